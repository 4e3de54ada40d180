package org.trellis.project;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.trellis.project.World.at;
import static org.trellis.project.World.get;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.testing.AccessByTable;
import org.trellis.testing.WithoutCaller;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "project"))
class AccessMatrixTest extends AccessByTable {
    private final Setting setting = Setting.shared();

    @Override
    protected Callers made() {
        return AccessWorld.made();
    }

    @Test
    void theReaderSeesNoRowWithoutACallerAndNoTableWithoutAPolicy() throws SQLException {
        setting.draft();
        assertEquals(List.of(), WithoutCaller.open("project"));
    }

    @Test
    void answersTheSameForWhatIsHiddenAndWhatIsNotThere() {
        var token = at(setting.outside.registerId(), "school-lead");

        var hidden = get(token, "/v1/projects/" + setting.draft());
        var absent = get(token, "/v1/projects/" + UUID.randomUUID());

        hidden.then().statusCode(404).body("detail", equalTo(absent.<String>path("detail")));
        absent.then().statusCode(404);
    }

    @Test
    void endsATrustsSightOfASchoolThatLeftTheTrust() {
        var trust = UUID.randomUUID();
        var trustId = setting.world.trust(trust);
        var school = setting.world.school("Hazel Bank School (invented)");
        var affiliation = UUID.randomUUID();
        setting.world.inTrust(school, trust, affiliation, 0, null);
        var project = setting.draft();
        setting.committed(project, school);
        var token = at(trustId, "trust-team");
        get(token, "/v1/projects").then().body("items.id", hasItem(project.toString()));

        setting.world.inTrust(school, trust, affiliation, 1, "2025-10-01");

        get(token, "/v1/projects").then().body("items.id", not(hasItem(project.toString())));
    }
}
