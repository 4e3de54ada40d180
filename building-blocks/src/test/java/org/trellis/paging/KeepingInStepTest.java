package org.trellis.paging;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.Kafka;
import org.trellis.embedded.SuiteResource;
import org.trellis.identity.Writer;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Event;
import org.trellis.testing.Events;
import org.trellis.testing.Follower;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "blocks"))
class KeepingInStepTest {
    private static final String TOPIC = "trellis.blocks.events";

    /** @param state null where the item is gone */
    record ItemChanged(Object state) implements Event {
        @Override
        public String aggregate() {
            return "item";
        }

        @Override
        public String type() {
            return "trellis.blocks.item-changed.v1";
        }
    }

    private record Kept(UUID id, long version) {}

    @Inject
    Writer writer;

    @Inject
    Changes changes;

    Kafka kafka;

    private String place;
    private Follower follower;

    @BeforeEach
    void aPlaceOfItsOwn() {
        place = "place:" + UUID.randomUUID();
        follower = new Follower(keeper(place), "/v1/items");
    }

    private static String keeper(String place) {
        return SuiteResource.issuer().token("keeper").at(place, "keeper").signed();
    }

    private UUID shelf(String at) {
        var id = UUID.randomUUID();
        writer.run("insert into shelf values (:id, :place)", Map.of("id", id, "place", at));
        return id;
    }

    private UUID item(UUID shelf) {
        var id = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            writer.run("insert into item values (:id, :shelf, 0)", Map.of("id", id, "shelf", shelf));
            tell(id, 0, Map.of("version", 0));
        });
        return id;
    }

    /** In the running transaction: one more version, unless it is gone. */
    private void bump(UUID item) {
        writer.one(
                        Long.class,
                        "update item set version = version + 1 where id = :id returning version",
                        Map.of("id", item))
                .ifPresent(version -> tell(item, version, Map.of("version", version)));
    }

    private void remove(UUID item) {
        writer.one(Long.class, "delete from item where id = :id returning version", Map.of("id", item))
                .ifPresent(version -> tell(item, version + 1, null));
    }

    private void tell(UUID item, long sequence, Object state) {
        changes.record(List.of(new Changes.Change(item, sequence, new ItemChanged(state))));
    }

    private Map<String, Long> served() {
        var all = new HashMap<String, Long>();
        writer.list(
                        Kept.class,
                        "select i.id, i.version from item i join shelf s on s.id = shelf_id where place = :place",
                        Map.of("place", place))
                .forEach(item -> all.put(item.id().toString(), item.version()));
        return all;
    }

    /** Seven writers in random order, and an eighth that starts first and commits last. */
    @Test
    void missesNothingOfEightWritersOfWhichOneIsSlow() throws Exception {
        var shelf = shelf(place);
        var items = IntStream.range(0, 40).mapToObj(i -> item(shelf)).toList();
        var slowWrote = new CountDownLatch(1);
        var othersDone = new CountDownLatch(7);
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> writing = new ArrayList<>();
            writing.add(threads.submit(inOneTransaction(() -> {
                bump(items.getFirst());
                slowWrote.countDown();
                othersDone.await();
                return null;
            })));
            slowWrote.await();
            for (int seed = 0; seed < 7; seed++) {
                writing.add(threads.submit(randomChanges(new Random(seed), items, shelf, othersDone)));
            }
            while (othersDone.getCount() > 0) {
                follower.step();
            }
            done(writing);
        }
        follower.catchUp();

        assertEquals(served(), follower.kept());
        assertEquals(served(), byEvents(items));
        follower.startAnew();
        follower.catchUp();
        assertEquals(served(), follower.kept());
    }

    private Callable<Void> inOneTransaction(Callable<Void> work) {
        return () -> QuarkusTransaction.requiringNew().call(work);
    }

    private Callable<Void> randomChanges(Random random, List<UUID> items, UUID shelf, CountDownLatch done) {
        return () -> {
            try {
                for (int i = 0; i < 40; i++) {
                    // not the first: the slow writer holds it
                    var item = items.get(1 + random.nextInt(items.size() - 1));
                    switch (random.nextInt(10)) {
                        case 0 -> item(shelf);
                        case 1 -> QuarkusTransaction.requiringNew().run(() -> remove(item));
                        default -> QuarkusTransaction.requiringNew().run(() -> bump(item));
                    }
                }
                return null;
            } finally {
                done.countDown();
            }
        };
    }

    private static void done(List<Future<?>> writing) throws InterruptedException, ExecutionException {
        for (var writer : writing) {
            writer.get();
        }
    }

    /** What a consumer of the events ends with, of those items that this test made. */
    private Map<String, Long> byEvents(List<UUID> made) {
        long told = writer.one(Long.class, "select count(*) from history where aggregatetype = 'item'", Map.of())
                .orElseThrow();
        var newest = new HashMap<UUID, Events.Told>();
        try (var events = new Events(kafka.bootstrapServers())) {
            events.await(
                            TOPIC,
                            (int) told,
                            Duration.ofSeconds(60),
                            event -> event.aggregate().equals("item"))
                    .forEach(event ->
                            newest.merge(event.subject(), event, (a, b) -> a.sequence() > b.sequence() ? a : b));
        }
        var mine = served().keySet();
        var known = new HashMap<String, Long>();
        newest.forEach((id, event) -> {
            if (event.state() != null && (made.contains(id) || mine.contains(id.toString()))) {
                known.put(id.toString(), event.sequence());
            }
        });
        return known;
    }

    @Test
    void goesNoFurtherThanTheOldestTransactionStillRunning() throws Exception {
        var shelf = shelf(place);
        var early = item(shelf);
        follower.catchUp();
        var wrote = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<Void> slow = threads.submit(inOneTransaction(() -> {
                bump(early);
                wrote.countDown();
                commit.await();
                return null;
            }));
            wrote.await();
            var late = item(shelf);
            int meanwhile = follower.step();
            commit.countDown();
            assertEquals(0, meanwhile);
            slow.get();
            follower.catchUp();

            assertEquals(Map.of(early.toString(), 1L, late.toString(), 0L), follower.kept());
        }
    }

    @Test
    void showsWhatIsNewInSightWithoutStartingAnew() {
        item(shelf(place));
        follower.catchUp();
        item(shelf(place));
        follower.catchUp();

        assertEquals(served(), follower.kept());
    }

    @Test
    void tellsToStartAnewOnceSomethingHasComeIntoSightOrLeftIt() {
        var mine = shelf(place);
        var another = shelf("elsewhere");
        item(mine);
        item(another);
        follower.catchUp();
        writer.run("update shelf set place = :place where id = :id", Map.of("place", place, "id", another));
        follower.ask().then().statusCode(410).body("code", equalTo("sight-changed"));

        follower.startAnew();
        follower.catchUp();
        assertEquals(2, follower.kept().size());
        writer.run("update shelf set place = 'elsewhere' where id = :id", Map.of("id", mine));
        follower.ask().then().statusCode(410);
    }

    @Test
    void tellsNothingOfWhatItsCallerNeverSaw() {
        item(shelf(place));
        var hidden = item(shelf("elsewhere"));
        follower.catchUp();
        QuarkusTransaction.requiringNew().run(() -> bump(hidden));
        QuarkusTransaction.requiringNew().run(() -> remove(hidden));

        assertEquals(0, follower.step());
        assertFalse(follower.kept().containsKey(hidden.toString()));
    }

    @Test
    void putsATombstoneInThePlaceOfWhatWasDeletedInCsvToo() {
        var shelf = shelf(place);
        var gone = item(shelf);
        follower.catchUp();
        QuarkusTransaction.requiringNew().run(() -> remove(gone));
        item(shelf);

        follower.ask().then().body("items.find { it.gone }.id", equalTo(gone.toString()));
        given().auth()
                .oauth2(keeper(place))
                .accept("text/csv")
                .get("/v1/items?changedAfter=start")
                .then()
                .statusCode(200)
                .body(containsString(gone + ",true,,"));
    }

    @Test
    void refusesFiltersThatARowMayLeaveUnseenAndPositionsOfAnotherList() {
        given().auth()
                .oauth2(keeper(place))
                .get("/v1/items?changedAfter=c3RhcnQ&count=true&sort=version&shelfId=" + UUID.randomUUID())
                .then()
                .statusCode(400)
                .body("violations.path", containsInAnyOrder("changedAfter", "count", "sort", "shelfId"));
    }
}
