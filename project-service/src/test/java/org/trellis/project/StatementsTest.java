package org.trellis.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trellis.project.World.get;
import static org.trellis.project.World.made;
import static org.trellis.project.World.post;
import static org.trellis.project.World.token;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellis.embedded.SuiteResource;
import org.trellis.identity.Reader;

/** What is read costs as many statements whether it holds one row or many. */
@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "project"))
class StatementsTest {
    private static final int MOST_FOR_A_VIEW = 5;

    @Inject
    Reader reader;

    private final Setting setting = Setting.shared();
    private final String lead = token(setting.lead);
    private final AtomicInteger statements = new AtomicInteger();

    @BeforeEach
    void count() {
        jdbi().setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                statements.incrementAndGet();
            }
        });
    }

    @AfterEach
    void countNoMore() {
        jdbi().setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "projects",
                "participations",
                "cohorts",
                "cycles",
                "project-appointments",
                "project-transfers",
                "role-holders",
                "milestones",
                "project-risks",
                "interventions"
            })
    void readsAListWithOneStatementWhateverItsLength(String list) {
        measured();
        measured();

        assertEquals(1, askedFor("/v1/" + list + "?limit=1"), list);
        assertEquals(1, askedFor("/v1/" + list + "?limit=200"), list);
    }

    @Test
    void readsAProjectWithAsManyStatementsWhateverItHolds() {
        var little = made(lead, "/v1/projects", setting.newProject());
        var much = measured();

        int few = askedFor("/v1/projects/" + little);
        assertEquals(few, askedFor("/v1/projects/" + much));
        assertTrue(few <= MOST_FOR_A_VIEW, few + " statements");
    }

    @Test
    void readsSingleViewsWithFewStatements() {
        var project = measured();
        for (var list : List.of(
                "participations",
                "cohorts",
                "cycles",
                "project-appointments",
                "project-transfers",
                "role-holders",
                "milestones",
                "project-risks")) {
            String id = get(lead, "/v1/" + list + "?projectId=" + project).path("items[0].id");
            int asked = askedFor("/v1/" + list + "/" + id);
            assertTrue(asked <= MOST_FOR_A_VIEW, list + " takes " + asked + " statements");
        }
    }

    private int askedFor(String path) {
        int before = statements.get();
        get(lead, path).then().statusCode(200);
        return statements.get() - before;
    }

    /** With two measures, two schools and what hangs on them, a cycle, what is watched, and an offer to another alliance. */
    private UUID measured() {
        var project = setting.draft();
        post(
                lead,
                "/v1/projects/" + project + "/success-measures",
                Map.of(
                        "measureId",
                        setting.world.measure(),
                        "primary",
                        false,
                        "points",
                        List.of(Map.of("point", "BASELINE"), Map.of("point", "OUTCOME"))));
        for (var school : List.of(setting.school, setting.otherSchool)) {
            var participation = setting.committed(project, school);
            made(
                    lead,
                    "/v1/cohorts",
                    Map.of(
                            "participationId",
                            participation,
                            "name",
                            "7R",
                            "arm",
                            "INTERVENTION",
                            "about",
                            "PUPIL",
                            "size",
                            28));
            made(
                    lead,
                    "/v1/role-holders",
                    Map.of(
                            "participationId",
                            participation,
                            "personId",
                            setting.projectLead.id(),
                            "role",
                            "COACH",
                            "startsOn",
                            "2025-09-01"));
        }
        made(
                lead,
                "/v1/milestones",
                Map.of(
                        "projectId",
                        project,
                        "name",
                        "Baselines are in",
                        "ownerId",
                        setting.lead.id(),
                        "due",
                        "2031-03-14"));
        made(lead, "/v1/project-risks", setting.newRisk(project));
        setting.cycle(project);
        made(lead, "/v1/project-transfers", Map.of("projectId", project, "toAllianceId", setting.partner));
        return project;
    }

    private Jdbi jdbi() {
        return reader.with(Handle::getJdbi);
    }
}
