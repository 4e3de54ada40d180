package org.trellis.evidence.imports;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.evidence.World;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class ScoreImportTest {
    private World world;

    @BeforeEach
    void tellOfAProject() {
        world = new World();
    }

    @Test
    void takesALongFileOfTwoSchoolsIntoADraftForEach() {
        var both = world.tokenOfBothSchools();
        var file = """
            school,reference,cohort,measure,point,value,taken_on,pupil_premium
            %1$s,%2$s,7A,%3$s,BASELINE,80.5,2025-10-01,yes
            %1$s,%2$s,7A,%3$s,OUTCOME,90,2026-03-02,
            %4$s,%5$s,8X,%6$s,BASELINE,70,2025-10-01,NO
            """.formatted(
                world.school, world.reference("a"), world.measure, world.academy, world.reference("b"), world.code());

        var first = done(both, send(both, file, ""));
        var again = done(both, send(both, file.replace(",90,", ",91,"), ""));

        assertEquals("created 3, changed 0, unchanged 0, refused 0", outcome(first));
        assertEquals("created 0, changed 1, unchanged 2, refused 0", outcome(again));
        assertEquals("2", ofProject("count(*) from submission s where status = 'DRAFT'"));
        assertEquals("3", ofProject("sum(score_count) from submission s where true"));
        assertEquals(
                "91.000 {\"PUPIL_PREMIUM\": \"YES\"}",
                ofProject("string_agg(d.value || ' ' || b.subgroups, '') from submission s join draft_score d on"
                        + " d.submission_id = s.id join draft_score b using (submission_id, reference) where d.point ="
                        + " 'OUTCOME' and b.point = 'BASELINE'"));
    }

    @Test
    void takesWideFilesAndJsonLinesAndLeavesWhatCountsAlready() {
        var counted = world.accepted(List.of(world.score("a", world.cohort, "BASELINE", 80)));
        var wide = """
            reference,cohort,before,before_taken_on,after,after_taken_on
            %s,7A,80,2025-10-01,90,2026-03-02
            %s,7A,,,95,2026-03-02
            """.formatted(world.reference("a"), world.reference("b"));
        assertEquals(
                "created 2, changed 0, unchanged 1, refused 0",
                outcome(done(world.staff(), send(world.staff(), wide, ""))));

        var lines = """
            {"reference": "%s", "cohort": "%s", "point": "BASELINE", "value": 81, "taken_on": "2025-10-01"}

            {"reference": "%s", "cohort": "7B", "point": "BASELINE", "value": "81.5", "taken_on": "2025-10-01", "sen": null}
            {"reference": "%s", "cohort": "7B", "point": "BASELINE", "value": 81, "taken_on": "2025-10-01", "name": "x"}
            {"reference": {"a": 1}}
            """.formatted(world.reference("a"), world.cohort, world.reference("c"), world.reference("d"));
        var job = done(
                world.staff(),
                upload(world.staff(), lines.getBytes(StandardCharsets.UTF_8), "application/x-ndjson", ""));
        assertEquals("created 1, changed 0, unchanged 0, refused 3", outcome(job));
        assertEquals(
                List.of("counts-already", "no-cell", "other-column"),
                job.<String>getList("causes.code").stream().sorted().toList());
        assertTrue(job.getList("causes.subject").contains(counted.toString()));
    }

    @Test
    void groupsWhatIsWrongByCauseAndGivesTheRowsBackToTheUploaderAlone() {
        var file = """
            school,reference,cohort,measure,point,value,taken_on,sen
            urn:999999,%1$s,7A,,BASELINE,80,2025-10-01,
            urn:999999,%1$s,7A,,BASELINE,80,2025-10-01,
            ,H801200001001,7A,,BASELINE,80,2025-10-01,
            ,%1$s,8X,MATHS,LATER,800,2025-10-01,MAYBE
            ,%1$s,=7A,,BASELINE,eighty,tomorrow,
            ,%1$s,7A,,BASELINE,80.1234,1999-01-01,
            ,%1$s,7A,,OUTCOME,81,2025-10-01,
            ,%1$s,7A,,OUTCOME,82,2025-10-01,
            """.formatted(world.reference("a"));
        var job = done(world.staff(), send(world.staff(), file, ""));

        assertEquals("created 1, changed 0, unchanged 0, refused 7", outcome(job));
        var unknownSchool = "causes.find { it.code == 'unknown-school' }";
        assertEquals("urn:999999", job.getString(unknownSchool + ".subject"));
        assertEquals(2, job.getInt(unknownSchool + ".rows"));
        assertEquals(List.of(2, 3), job.getList(unknownSchool + ".lines"));
        assertTrue(job.<String>getList("causes.code")
                .containsAll(List.of(
                        "unique-pupil-number",
                        "unknown-cohort",
                        "unknown-measure",
                        "formula",
                        "no-number",
                        "out-of-range",
                        "too-many-decimals",
                        "twice",
                        "unknown-code",
                        "no-day")));

        var path = job.getString("refusedRows");
        var rows =
                world.get(world.staff(), path).then().statusCode(200).extract().asString();
        assertEquals(8, rows.lines().count());
        assertTrue(rows.startsWith("line,faults,school,reference,cohort"));
        assertFalse(rows.contains("H801200001001"));
        for (var other : List.of(world.colleague(), world.head(), world.admin())) {
            world.get(other, path).then().statusCode(404);
            world.get(other, path.replace("/refused-rows", "")).then().statusCode(404);
        }
    }

    @Test
    void keepsNothingOfADryRunOrOfAFileThatIsToBeTakenAsAWhole() {
        var file =
                "reference,cohort,point,value,taken_on\n%s,7A,BASELINE,80,2025-10-01\n%s,7A,BASELINE,800,2025-10-01\n"
                        .formatted(world.reference("a"), world.reference("b"));
        assertEquals(
                "created 1, changed 0, unchanged 0, refused 1",
                outcome(done(world.staff(), send(world.staff(), file, "&dryRun=true"))));
        var whole = done(world.staff(), send(world.staff(), file, "&mode=ALL_OR_NOTHING"));
        assertEquals("REFUSED", whole.getString("state"));
        assertEquals("0", ofProject("count(*) from submission s where true"));
    }

    @Test
    void isForThoseWhoHandInAndOnlyForTheirSchools() {
        var file =
                "reference,cohort,point,value,taken_on\n%s,7A,BASELINE,80,2025-10-01\n".formatted(world.reference("a"));
        for (var other : List.of(
                world.admin(),
                world.token("a", "la:990", "la-analyst"),
                SuiteResource.issuer().token("lost").signed())) {
            send(other, file, "").then().statusCode(403);
        }
        var outsider = done(world.trustTeam(), send(world.trustTeam(), file, ""));
        assertEquals(List.of("unknown-cohort"), outsider.getList("causes.code"));
        upload(world.staff(), file.getBytes(StandardCharsets.UTF_8), "text/csv", null)
                .then()
                .statusCode(400);
        upload("garbage", file.getBytes(StandardCharsets.UTF_8), "text/csv", "")
                .then()
                .statusCode(401);
    }

    @Test
    void givesAFileToFillInThatChecksWhatIsTyped() throws Exception {
        var path = "/v1/score-templates?projectId=" + world.project + "&measureId=" + world.measure;
        var header = given().auth()
                .oauth2(world.staff())
                .accept("text/csv")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .strip();
        assertEquals(
                "reference,cohort,measure,baseline,baseline_taken_on,outcome,outcome_taken_on,pupil_premium,sen,eal,sex,"
                        + "year_group,prior_attainment",
                header);
        var sheet = part(
                given().auth()
                        .oauth2(world.staff())
                        .accept(ScoreTemplate.XLSX)
                        .get(path.replace("?", "/sheet?"))
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                "xl/worksheets/sheet1.xml");
        var checks = checks(sheet);
        assertEquals("LEN(A2)=43", checks.get(0));
        assertEquals("AND(ISNUMBER(D2),D2>=0.000,150.000>=D2,ROUND(D2,3)=D2)", checks.get(3));
        assertEquals("AND(ISNUMBER(E2),E2>=DATE(2000,1,1),TODAY()>=E2)", checks.get(4));
        assertEquals(13, checks.size());
        world.get(world.stranger(), path).then().statusCode(404);

        var filled = header
                + "\n%s,7A,%s,80,2025-10-01,90,2026-03-02,YES,,,,7,\n".formatted(world.reference("a"), world.code());
        assertEquals(
                "created 2, changed 0, unchanged 0, refused 0",
                outcome(done(world.staff(), send(world.staff(), filled, ""))));
    }

    /** Each is refused as a whole, soon, with its cause, and leaves nothing. */
    @Test
    void refusesHostileFilesAndStaysQuickForOthers() throws IOException {
        var header = "reference,cohort,point,value,taken_on\n";
        var wideHeader = new StringBuilder("reference");
        for (int i = 0; i < 10_000; i++) {
            wideHeader.append(",c").append(i);
        }
        var jobs = List.of(
                upload(world.staff(), zipBomb(), "text/csv", ""),
                upload(world.staff(), header.getBytes(StandardCharsets.UTF_16), "text/csv", ""),
                send(world.staff(), wideHeader + "\n", ""),
                send(world.staff(), header + "\"" + "x".repeat(3 << 20), ""),
                send(world.staff(), header.replace("reference", "reference\0"), ""),
                upload(
                        world.staff(),
                        ("{" + " ".repeat(2 << 20)).getBytes(StandardCharsets.UTF_8),
                        "application/x-ndjson",
                        ""),
                send(world.staff(), "reference,name\n%s,../../etc/passwd\n".formatted(world.reference("a")), ""));
        var slowest = Duration.ZERO;
        for (int i = 0; i < 20; i++) {
            var start = Instant.now();
            world.get(world.head(), "/v1/measures").then().statusCode(200);
            var took = Duration.between(start, Instant.now());
            slowest = took.compareTo(slowest) > 0 ? took : slowest;
        }
        assertTrue(slowest.compareTo(Duration.ofSeconds(5)) < 0, "others waited " + slowest);
        var causes = jobs.stream()
                .map(answer -> done(world.staff(), answer))
                .peek(job -> assertEquals("REFUSED", job.getString("state")))
                .map(job -> job.getString("causes[0].code"))
                .toList();
        assertEquals(
                List.of(
                        "spreadsheet",
                        "missing-column",
                        "too-many-columns",
                        "broken-csv",
                        "missing-column",
                        "too-long-line",
                        "other-column"),
                causes);
        assertEquals("0", World.sql("select (select count(*) from import_chunk) + (select count(*) from import_row)"));
        assertTrue(announcing(1L << 30).startsWith("HTTP/1.1 413"), "a gigabyte is announced");
        upload(world.staff(), zipBomb(), ScoreTemplate.XLSX, "").then().statusCode(415);
    }

    private String announcing(long bytes) throws IOException {
        var address = URI.create(RestAssured.baseURI + ":" + RestAssured.port);
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(
                            "POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: text/csv\r\nContent-Length: %d\r\n\r\nx"
                                    .formatted(path(""), world.staff(), bytes)
                                    .getBytes(StandardCharsets.UTF_8));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        }
    }

    private static byte[] zipBomb() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("../../xl/worksheets/sheet1.xml"));
            for (int i = 0; i < 32; i++) {
                zip.write(new byte[1 << 20]);
            }
        }
        return bytes.toByteArray();
    }

    /** The formulas or lists of a sheet's checks, each of which stops what is wrong. */
    private static List<String> checks(String sheet) throws Exception {
        var checks = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(sheet)))
                .getElementsByTagName("dataValidation");
        return IntStream.range(0, checks.getLength())
                .mapToObj(checks::item)
                .peek(check -> assertEquals(
                        "true",
                        check.getAttributes().getNamedItem("showErrorMessage").getNodeValue()))
                .peek(check -> assertEquals(
                        "stop", check.getAttributes().getNamedItem("errorStyle").getNodeValue()))
                .map(Node::getTextContent)
                .toList();
    }

    private static String part(byte[] book, String name) throws IOException {
        var file = Files.createTempFile("template", ".xlsx");
        Files.write(file, book);
        try (var zip = new ZipFile(file.toFile());
                var part = zip.getInputStream(zip.getEntry(name))) {
            return new String(part.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
    }

    private String path(String more) {
        return "/v1/evidence-imports?projectId=" + world.project + "&cycleId=" + world.cycle + more;
    }

    private Response send(String token, String file, String more) {
        return upload(token, file.getBytes(StandardCharsets.UTF_8), "text/csv", more);
    }

    private Response upload(String token, byte[] file, String type, String more) {
        return given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs(type, ContentType.BINARY)))
                .auth()
                .oauth2(token)
                .contentType(type)
                .body(file)
                .post(more == null ? "/v1/evidence-imports" : path(more));
    }

    private JsonPath done(String token, Response sent) {
        var at = sent.then().statusCode(202).extract().header("Location");
        var until = Instant.now().plus(Duration.ofSeconds(30));
        while (true) {
            var job = world.get(token, at).then().statusCode(200).extract().jsonPath();
            if (job.getString("finishedAt") != null) {
                return job;
            }
            assertTrue(Instant.now().isBefore(until), "it does not end");
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static String outcome(JsonPath job) {
        return "created %s, changed %s, unchanged %s, refused %s"
                .formatted(
                        job.getString("outcome.created"),
                        job.getString("outcome.changed"),
                        job.getString("outcome.unchanged"),
                        job.getString("outcome.refused"));
    }

    private String ofProject(String select) {
        return World.sql("select " + select + " and s.project_id = '" + world.project + "'");
    }
}
