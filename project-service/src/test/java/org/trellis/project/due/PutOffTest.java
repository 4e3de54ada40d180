package org.trellis.project.due;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.trellis.project.World.made;
import static org.trellis.project.World.token;

import io.quarkus.arc.All;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.identity.Writer;
import org.trellis.project.Setting;
import org.trellis.project.Today;
import org.trellis.project.World.Person;

/** One thing that cannot be done keeps nothing behind it waiting, and is done once it can be. */
@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "project"))
class PutOffTest {
    private static final String FAIL = """
            create table failing (id uuid primary key);
            create function fail() returns trigger language plpgsql security definer set search_path = public as $$
            begin
              if exists (select from failing where id = (to_jsonb(new) ->> tg_argv[0])::uuid) then
                raise 'fails on purpose';
              end if;
              return new;
            end $$;
            create trigger fail before insert or update on watched for each row
              when (new.watched_on > date '2021-01-01') execute function fail('about_id');
            create trigger fail before insert or update on readiness for each row execute function fail('project_id');
            create trigger fail before insert on cycle_delivery for each row execute function fail('cycle_id');
            create trigger fail before update on role_holder for each row execute function fail('id');
            """;

    /** What is due of a project, and in which way it is seen to have been done. */
    private static final String DONE = """
            select about_id from watched where watched_on = :today and about_id = any(:ids)
            union all
            select project_id from readiness r where project_id = any(:ids)
              and not exists (select from readiness_due d where d.project_id = r.project_id)
            union all
            select cycle_id from cycle_delivery where cycle_id = any(:ids) group by cycle_id having count(*) = 2
            union all
            select id from role_holder where ending = 'LAPSED' and id = any(:ids)""";

    private record Due(UUID project, UUID cycle, UUID milestone, UUID risk, UUID holder, Person head, UUID headship) {
        Set<UUID> all() {
            return Set.of(project, cycle, milestone, risk, holder);
        }
    }

    @Inject
    Writer writer;

    @Inject
    DueWork due;

    @Inject
    @All
    List<DailyWork> works;

    private final Setting setting = Setting.shared();

    @Test
    void doesWhatComesAfterOneThatFailsAndThatOneLater() {
        var failing = project();
        var other = project();
        asOwner(FAIL);
        try {
            failing.all().forEach(id -> asOwner("insert into failing values ('" + id + "')"));
            for (var each : List.of(failing, other)) {
                becomesDue(each);
            }

            await().atMost(60, SECONDS).until(() -> done(other).equals(other.all()));
            await().atMost(60, SECONDS).until(() -> putOff(failing).equals(failing.all()));
            assertEquals(Set.of(), done(failing));

            asOwner("delete from failing");
            writer.run("update put_off set until = now()", Map.of());
            await().atMost(60, SECONDS).until(() -> done(failing).equals(failing.all()));
        } finally {
            asOwner("drop function fail() cascade; drop table failing");
        }
    }

    private Due project() {
        var running = setting.delivering();
        setting.active(running.project(), setting.otherSchool);
        var lead = token(setting.lead);
        var head = setting.world.person();
        var headship = UUID.randomUUID();
        setting.world.head(head, setting.school, headship, 0, null);
        var holder = made(
                lead,
                "/v1/role-holders",
                Map.of(
                        "participationId",
                        running.participation(),
                        "personId",
                        head.id(),
                        "role",
                        "HEADTEACHER_SPONSOR",
                        "startsOn",
                        "2025-09-01"));
        var milestone = made(
                lead,
                "/v1/milestones",
                Map.of(
                        "projectId", running.project(),
                        "name", "Baselines are in",
                        "ownerId", setting.lead.id(),
                        "due", Today.inEngland().plusDays(100).toString()));
        var risk = made(
                lead,
                "/v1/project-risks",
                Map.of(
                        "projectId",
                        running.project(),
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
                        setting.lead.id()));
        return new Due(running.project(), running.cycle(), milestone, risk, holder, head, headship);
    }

    private void becomesDue(Due it) {
        writer.run(
                "update watched set watched_on = date '2020-01-01' where about_id = any(:ids)", Map.of("ids", ids(it)));
        setting.world.baseline(it.project(), it.cycle(), setting.otherSchool, UUID.randomUUID(), 0, setting.measure);
        setting.world.head(it.head(), setting.school, it.headship(), 1, "2025-12-31");
        writer.run("insert into readiness_due (project_id) values (:id)", Map.of("id", it.project()));
    }

    /** What rests between its rounds is not waited for. */
    private Set<UUID> done(Due it) {
        works.forEach(work -> due.step(work, Today.inEngland()));
        return Set.copyOf(writer.list(UUID.class, DONE, Map.of("ids", ids(it), "today", Today.inEngland())));
    }

    private Set<UUID> putOff(Due it) {
        return Set.copyOf(writer.list(
                UUID.class, "select about_id from put_off where about_id = any(:ids)", Map.of("ids", ids(it))));
    }

    private static UUID[] ids(Due it) {
        return it.all().toArray(UUID[]::new);
    }

    private static void asOwner(String sql) {
        var owner = SuiteResource.postgres().database("project").owner();
        try (var connection = SuiteResource.postgres().connect("project", owner);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
