package org.trellis.project;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.trellis.project.AccessTest.Actor.ALLIANCE_LEAD;
import static org.trellis.project.AccessTest.Actor.ALLIANCE_TRUST;
import static org.trellis.project.AccessTest.Actor.FACILITATOR;
import static org.trellis.project.AccessTest.Actor.LA_ANALYST;
import static org.trellis.project.AccessTest.Actor.MODERATOR;
import static org.trellis.project.AccessTest.Actor.NOBODY;
import static org.trellis.project.AccessTest.Actor.OTHER_SCHOOL_LEAD;
import static org.trellis.project.AccessTest.Actor.OUTSIDE_SCHOOL_LEAD;
import static org.trellis.project.AccessTest.Actor.PARTNER_LEAD;
import static org.trellis.project.AccessTest.Actor.PLATFORM_ADMIN;
import static org.trellis.project.AccessTest.Actor.PROJECT_LEAD;
import static org.trellis.project.AccessTest.Actor.RD_LEAD;
import static org.trellis.project.AccessTest.Actor.SCHOOL_LEAD;
import static org.trellis.project.AccessTest.Actor.TRUST_TEAM;
import static org.trellis.project.World.at;
import static org.trellis.project.World.get;
import static org.trellis.project.World.made;
import static org.trellis.project.World.post;
import static org.trellis.project.World.token;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trellis.embedded.SuiteResource;
import org.trellis.testing.WithoutCaller;

/** One table says who may do what; every pair of it is tried. Who may not even see a project is answered with 404. */
@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "project"))
class AccessTest {
    enum Actor {
        PLATFORM_ADMIN,
        ALLIANCE_LEAD,
        RD_LEAD,
        FACILITATOR,
        ALLIANCE_TRUST,
        PARTNER_LEAD,
        PROJECT_LEAD,
        SCHOOL_LEAD,
        SCHOOL_STAFF,
        TRUST_TEAM,
        OTHER_SCHOOL_LEAD,
        OUTSIDE_SCHOOL_LEAD,
        MODERATOR,
        LA_ANALYST,
        NOBODY
    }

    private static final Set<Actor> OUTSIDERS = EnumSet.of(OUTSIDE_SCHOOL_LEAD, MODERATOR, LA_ANALYST, NOBODY);
    private static final Set<Actor> ALL_WHO_SEE = EnumSet.complementOf(EnumSet.copyOf(OUTSIDERS));
    private static final Set<Actor> LEADS = EnumSet.of(ALLIANCE_LEAD, RD_LEAD, PROJECT_LEAD);

    private static final Set<Actor> AND_SCHOOL =
            EnumSet.of(ALLIANCE_LEAD, RD_LEAD, PROJECT_LEAD, SCHOOL_LEAD, TRUST_TEAM);

    /** A project in the state that an operation needs, with the school of the table committed or invited. */
    record Case(Setting setting, UUID project, UUID participation, UUID cycle) {}

    private interface Prepare {
        Case in(Setting setting);
    }

    private interface Ask {
        Response by(String token, Case on);
    }

    enum Operation {
        READ(ALL_WHO_SEE, AccessTest::draft, (token, on) -> get(token, project(on))),
        READ_HISTORY(ALL_WHO_SEE, AccessTest::draft, (token, on) -> get(token, project(on) + "/history")),
        READ_PARTICIPATION(ALL_WHO_SEE, AccessTest::draft, (token, on) -> get(token, participation(on))),
        READ_FLOW(ALL_WHO_SEE, AccessTest::draft, (token, on) -> get(token, project(on) + "/flow")),
        READ_TERMS(ALL_WHO_SEE, AccessTest::draft, (token, on) -> get(token, project(on) + "/terms")),
        READ_READINESS(ALL_WHO_SEE, AccessTest::draft, (token, on) -> get(token, project(on) + "/readiness")),
        READ_COMPARISON(ALL_WHO_SEE, AccessTest::draft, (token, on) -> get(token, project(on) + "/cycle-comparison")),
        PUBLISH_TERMS(
                LEADS,
                AccessTest::draft,
                (token, on) -> post(token, project(on) + "/terms", Map.of("text", "As agreed"))),
        LINK_TO_TERMS(
                LEADS,
                AccessTest::withTerms,
                (token, on) -> post(token, "/v1/terms-links", Map.of("participationId", on.participation()))),
        SAY_HOW_FAR(
                AND_SCHOOL,
                AccessTest::draft,
                (token, on) -> RestAssured.given()
                        .auth()
                        .oauth2(token)
                        .contentType("application/merge-patch+json")
                        .header("If-Match", "\"0-0\"")
                        .body("{\"stage\":\"PREPARE\"}")
                        .patch(participation(on))),
        NAME_HOLDER(
                AND_SCHOOL,
                AccessTest::draft,
                (token, on) -> post(
                        token,
                        "/v1/role-holders",
                        Map.of(
                                "participationId",
                                on.participation(),
                                "personId",
                                on.setting().lead.id(),
                                "role",
                                "SENIOR_LEADER_CHAMPION",
                                "startsOn",
                                "2025-09-01"))),
        PLAN_MILESTONE(LEADS, AccessTest::draft, (token, on) -> post(token, "/v1/milestones", milestone(on))),
        MEET_MILESTONE(
                LEADS,
                AccessTest::draft,
                (token, on) -> move(
                        token,
                        "/v1/milestones/" + made(token(on.setting().lead), "/v1/milestones", milestone(on)),
                        "meet")),
        RAISE_RISK(LEADS, AccessTest::draft, (token, on) -> post(token, "/v1/project-risks", risk(on))),
        REVIEW_RISK(
                LEADS,
                AccessTest::draft,
                (token, on) -> post(
                        token,
                        "/v1/project-risks/" + made(token(on.setting().lead), "/v1/project-risks", risk(on))
                                + "/reviews",
                        Map.of("likelihood", 1, "impact", 1, "mitigation", "none needed"))),
        WAIVE_BASELINE(
                LEADS,
                AccessTest::approved,
                (token, on) -> post(
                        token,
                        "/v1/cycles/" + on.cycle() + "/waivers",
                        Map.of("participationId", on.participation(), "reason", "Its tests were lost"))),
        REVIEW_CYCLE(
                LEADS,
                AccessTest::reviewing,
                (token, on) -> post(token, "/v1/cycles/" + on.cycle() + "/reviews", Setting.REVIEW)),
        READ_CYCLE(ALL_WHO_SEE, AccessTest::draft, (token, on) -> get(token, "/v1/cycles/" + on.cycle())),
        PROPOSE(
                EnumSet.of(ALLIANCE_LEAD, PROJECT_LEAD),
                AccessTest::draft,
                (token, on) -> move(token, project(on), "propose")),
        APPROVE(
                EnumSet.of(RD_LEAD, FACILITATOR),
                AccessTest::proposed,
                (token, on) -> move(token, project(on), "approve")),
        START(LEADS, AccessTest::approved, (token, on) -> move(token, project(on), "start")),
        SUSPEND(
                EnumSet.of(ALLIANCE_LEAD, RD_LEAD),
                AccessTest::approved,
                (token, on) -> move(token, project(on), "suspend")),
        WITHDRAW(
                EnumSet.of(ALLIANCE_LEAD, RD_LEAD),
                AccessTest::draft,
                (token, on) -> move(token, project(on), "withdraw")),
        JUDGE_BY(
                LEADS,
                AccessTest::draft,
                (token, on) -> post(
                        token,
                        project(on) + "/success-measures",
                        Map.of(
                                "measureId",
                                on.setting().world.measure(),
                                "primary",
                                false,
                                "points",
                                List.of(Map.of("point", "BASELINE"), Map.of("point", "OUTCOME"))))),
        SCHEDULE(
                LEADS,
                AccessTest::draft,
                (token, on) -> post(
                        token,
                        project(on) + "/schedules",
                        Map.of(
                                "measureId",
                                on.setting().measure,
                                "points",
                                List.of(Map.of("point", "BASELINE"), Map.of("point", "FOLLOW_UP_1"))))),
        PLAN(
                LEADS,
                AccessTest::draft,
                (token, on) -> post(
                        token,
                        project(on) + "/analysis-plans",
                        Map.of(
                                "primaryMeasureId",
                                on.setting().measure,
                                "estimator",
                                "ANCOVA",
                                "comparison",
                                "WAITING_LIST"))),
        READ_ALLOCATIONS(ALL_WHO_SEE, AccessTest::draft, (token, on) -> get(token, project(on) + "/allocations")),
        READ_DETECTABLE_EFFECTS(
                ALL_WHO_SEE,
                AccessTest::measured,
                (token, on) -> post(token, project(on) + "/detectable-effects", Map.of())),
        ALLOCATE(
                LEADS,
                AccessTest::measured,
                (token, on) -> post(token, project(on) + "/allocations", Map.of("unit", "COHORT"))),
        APPOINT(
                EnumSet.of(ALLIANCE_LEAD, RD_LEAD),
                AccessTest::draft,
                (token, on) -> post(
                        token,
                        "/v1/project-appointments",
                        Map.of(
                                "projectId",
                                on.project(),
                                "personId",
                                on.setting().lead.id(),
                                "role",
                                "COACH",
                                "startsOn",
                                "2025-09-01"))),
        INVITE(
                LEADS,
                AccessTest::draft,
                (token, on) -> post(
                        token,
                        "/v1/participations",
                        Map.of(
                                "projectId",
                                on.project(),
                                "organisationId",
                                on.setting().guest.id()))),
        COMMIT(
                EnumSet.of(SCHOOL_LEAD, TRUST_TEAM, ALLIANCE_LEAD),
                AccessTest::draft,
                (token, on) -> move(token, participation(on), "commit")),
        ACTIVATE(LEADS, AccessTest::approved, (token, on) -> move(token, participation(on), "activate")),
        LEAVE(
                EnumSet.of(SCHOOL_LEAD, TRUST_TEAM, ALLIANCE_LEAD),
                AccessTest::draft,
                (token, on) -> move(token, participation(on), "withdraw")),
        FORM_COHORT(
                EnumSet.of(ALLIANCE_LEAD, RD_LEAD, PROJECT_LEAD, SCHOOL_LEAD, TRUST_TEAM),
                AccessTest::draft,
                (token, on) -> post(
                        token,
                        "/v1/cohorts",
                        Map.of(
                                "participationId",
                                on.participation(),
                                "name",
                                "8B",
                                "arm",
                                "COMPARISON",
                                "about",
                                "PUPIL"))),
        PLAN_CYCLE(
                LEADS,
                AccessTest::draft,
                (token, on) -> post(
                        token,
                        "/v1/cycles",
                        Map.of(
                                "projectId",
                                on.project(),
                                "number",
                                2,
                                "startsOn",
                                "2026-09-01",
                                "endsOn",
                                "2027-07-20"))),
        MEASURE_BASELINE(
                LEADS, AccessTest::approved, (token, on) -> move(token, "/v1/cycles/" + on.cycle(), "baseline"));

        private final Set<Actor> allowed;
        private final Prepare prepare;
        private final Ask ask;

        Operation(Set<Actor> allowed, Prepare prepare, Ask ask) {
            this.allowed = allowed;
            this.prepare = prepare;
            this.ask = ask;
        }

        boolean reads() {
            return name().startsWith("READ_") || this == READ;
        }

        /** What everybody may do to one project, one after the other. */
        boolean repeatable() {
            return reads()
                    || EnumSet.of(
                                    PUBLISH_TERMS,
                                    LINK_TO_TERMS,
                                    PLAN_MILESTONE,
                                    MEET_MILESTONE,
                                    RAISE_RISK,
                                    REVIEW_RISK,
                                    REVIEW_CYCLE)
                            .contains(this);
        }
    }

    /** What is read, refused or repeatable is not in the way of the next, so that all of those may share one. */
    private static final Map<Operation, Case> SHARED = new EnumMap<>(Operation.class);

    static Stream<Arguments> pairs() {
        return Arrays.stream(Operation.values())
                .flatMap(operation -> Arrays.stream(Actor.values()).map(actor -> Arguments.of(operation, actor)));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("pairs")
    void letsEachDoTheirOwnAndNoMore(Operation operation, Actor actor) {
        boolean allowed = operation.allowed.contains(actor);
        var on = allowed && !operation.repeatable()
                ? operation.prepare.in(Setting.shared())
                : SHARED.computeIfAbsent(operation, o -> o.prepare.in(Setting.shared()));

        var answer = operation.ask.by(tokenOf(actor), on);

        answer.then()
                .statusCode(
                        allowed
                                ? org.hamcrest.Matchers.oneOf(200, 201, 204)
                                : equalTo(OUTSIDERS.contains(actor) ? 404 : 403));
    }

    @ParameterizedTest
    @MethodSource("outsiders")
    void listsNothingForOutsiders(Actor actor) {
        var on = draft(Setting.shared());

        for (var list : List.of(
                "participations",
                "cohorts",
                "cycles",
                "project-appointments",
                "role-holders",
                "milestones",
                "project-risks",
                "project-alerts",
                "fidelity-reports")) {
            get(tokenOf(actor), "/v1/" + list + "?projectId=" + on.project())
                    .then()
                    .statusCode(200)
                    .body("items", empty());
        }
        get(tokenOf(actor), "/v1/projects").then().statusCode(200).body("items", empty());
    }

    static Stream<Actor> outsiders() {
        return OUTSIDERS.stream();
    }

    @Test
    void keepsWhatBecameOfASchoolFromOtherSchools() {
        var on = draft(Setting.shared());
        var path = participation(on) + "/history";

        for (var actor :
                EnumSet.of(PLATFORM_ADMIN, ALLIANCE_LEAD, FACILITATOR, PROJECT_LEAD, SCHOOL_LEAD, TRUST_TEAM)) {
            get(tokenOf(actor), path).then().statusCode(200);
        }
        for (var actor : EnumSet.of(OTHER_SCHOOL_LEAD, PARTNER_LEAD, OUTSIDE_SCHOOL_LEAD)) {
            get(tokenOf(actor), path).then().statusCode(404);
        }
    }

    @Test
    void theReaderSeesNoRowWithoutACallerAndNoTableWithoutAPolicy() throws SQLException {
        draft(Setting.shared());
        assertEquals(List.of(), WithoutCaller.open("project"));
    }

    @Test
    void answersTheSameForWhatIsHiddenAndWhatIsNotThere() {
        var on = draft(Setting.shared());
        var token = tokenOf(OUTSIDE_SCHOOL_LEAD);

        var hidden = get(token, project(on));
        var absent = get(token, "/v1/projects/" + UUID.randomUUID());

        hidden.then().statusCode(404).body("detail", equalTo(absent.<String>path("detail")));
        absent.then().statusCode(404);
    }

    @Test
    void endsATrustsSightOfASchoolThatLeftTheTrust() {
        var world = Setting.shared().world;
        var trust = UUID.randomUUID();
        var trustId = world.trust(trust);
        var school = world.school("Hazel Bank School (invented)");
        var affiliation = UUID.randomUUID();
        world.inTrust(school, trust, affiliation, 0, null);
        var project = Setting.shared().draft();
        Setting.shared().committed(project, school);
        var token = at(trustId, "trust-team");
        get(token, "/v1/projects").then().body("items.id", hasItem(project.toString()));

        world.inTrust(school, trust, affiliation, 1, "2025-10-01");

        get(token, "/v1/projects").then().body("items.id", not(hasItem(project.toString())));
    }

    private static String tokenOf(Actor actor) {
        var s = Setting.shared();
        return switch (actor) {
            case PLATFORM_ADMIN -> World.admin();
            case ALLIANCE_LEAD -> token(s.lead);
            case RD_LEAD -> token(s.rdLead);
            case FACILITATOR -> token(s.facilitator);
            case ALLIANCE_TRUST -> at(s.allianceTrustId, "trust-team");
            case PARTNER_LEAD -> token(s.partnerLead);
            case PROJECT_LEAD -> token(s.projectLead);
            case SCHOOL_LEAD -> at(s.school.registerId(), "school-lead");
            case SCHOOL_STAFF -> at(s.school.registerId(), "school-staff");
            case TRUST_TEAM -> at(s.schoolTrustId, "trust-team");
            case OTHER_SCHOOL_LEAD -> at(s.otherSchool.registerId(), "school-lead");
            case OUTSIDE_SCHOOL_LEAD -> at(s.outside.registerId(), "school-lead");
            case MODERATOR -> token(s.moderator);
            case LA_ANALYST -> at("la:990", "la-analyst");
            case NOBODY -> SuiteResource.issuer().token("nobody").signed();
        };
    }

    private static Case draft(Setting s) {
        var project = s.draft();
        s.committed(project, s.otherSchool);
        return new Case(s, project, s.invited(project, s.school), s.cycle(project));
    }

    private static Case measured(Setting s) {
        var on = draft(s);
        Setting.move(at(s.school.registerId(), "school-lead"), participation(on), "commit");
        for (var name : List.of("7R", "7S")) {
            World.made(
                    token(s.lead),
                    "/v1/cohorts",
                    Map.of(
                            "participationId",
                            on.participation(),
                            "name",
                            name,
                            "arm",
                            "INTERVENTION",
                            "about",
                            "PUPIL",
                            "size",
                            28));
        }
        return on;
    }

    private static Case proposed(Setting s) {
        var on = draft(s);
        s.proposed(on.project());
        return on;
    }

    private static Case approved(Setting s) {
        var on = draft(s);
        s.approved(on.project());
        Setting.move(at(s.school.registerId(), "school-lead"), participation(on), "commit");
        return on;
    }

    private static Case withTerms(Setting s) {
        var on = draft(s);
        post(token(s.lead), project(on) + "/terms", Map.of("text", "As agreed"))
                .then()
                .statusCode(201);
        return on;
    }

    private static Case reviewing(Setting s) {
        var running = s.delivering();
        s.committed(running.project(), s.otherSchool);
        Setting.move(token(s.lead), "/v1/cycles/" + running.cycle(), "review");
        return new Case(s, running.project(), running.participation(), running.cycle());
    }

    private static Map<String, Object> milestone(Case on) {
        return Map.of(
                "projectId",
                on.project(),
                "name",
                "Baselines are in",
                "ownerId",
                on.setting().lead.id(),
                "due",
                "2027-10-01");
    }

    private static Map<String, Object> risk(Case on) {
        return Map.of(
                "projectId",
                on.project(),
                "category",
                "FUNDING",
                "title",
                "The grant ends",
                "likelihood",
                2,
                "impact",
                3,
                "mitigation",
                "Another is asked for",
                "ownerId",
                on.setting().lead.id());
    }

    private static Response move(String token, String path, String action) {
        var leaving = action.equals("withdraw") && path.startsWith("/v1/participations");
        return post(
                token,
                path + "/transitions",
                leaving
                        ? Map.of("action", action, "note", "as agreed", "reason", "STAFFING")
                        : Map.of("action", action, "note", "as agreed"));
    }

    private static String project(Case on) {
        return "/v1/projects/" + on.project();
    }

    private static String participation(Case on) {
        return "/v1/participations/" + on.participation();
    }
}
