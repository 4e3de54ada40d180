package org.trellis.testing;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A client that keeps its own copy of a list by asking for what has changed. */
public final class Follower {
    private final Map<String, Long> kept = new HashMap<>();
    private final String start;
    private String token;
    private String next;

    /** @param path of the list; its pages hold few items, so that there are several */
    public Follower(String token, String path) {
        this.token = token;
        start = path + "?limit=7&changedAfter=start";
        next = start;
    }

    /** Versions by id, as far as this client knows. */
    public Map<String, Long> kept() {
        return kept;
    }

    /** The answer to what comes next; the client goes no further by it. */
    public Response ask() {
        return given().auth().oauth2(token).urlEncodingEnabled(false).get(next);
    }

    /** Takes in a page. @return how many items it held */
    public int step() {
        var page = ask().then().statusCode(200).extract().jsonPath();
        List<Map<String, Object>> items = page.getList("items");
        for (var item : items) {
            var id = (String) item.get("id");
            if (Boolean.TRUE.equals(item.get("gone"))) {
                kept.remove(id);
            } else {
                kept.put(id, ((Number) item.get("version")).longValue());
            }
        }
        next = page.getString("next");
        return items.size();
    }

    /** The same client with another token. */
    public Follower as(String another) {
        token = another;
        return this;
    }

    /** Goes on until there is nothing new. */
    public void catchUp() {
        int items = step();
        while (items > 0) {
            items = step();
        }
    }

    /** Drops what is kept and begins again. */
    public void startAnew() {
        kept.clear();
        next = start;
    }
}
