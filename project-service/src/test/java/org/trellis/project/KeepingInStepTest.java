package org.trellis.project;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trellis.project.World.at;
import static org.trellis.project.World.post;
import static org.trellis.project.World.token;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellis.embedded.SuiteResource;
import org.trellis.testing.Follower;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "project"))
class KeepingInStepTest {
    private final Setting setting = Setting.shared();

    @ParameterizedTest
    @ValueSource(strings = {"/v1/projects", "/v1/participations", "/v1/cycles"})
    void givesAllianceLeadAndPlatformWhatIsNew(String list) {
        var lead = new Follower(token(setting.lead), list);
        var platform = new Follower(World.admin(), list);
        lead.catchUp();
        platform.catchUp();
        int before = lead.kept().size();
        var project = setting.draft();
        setting.invited(project, setting.school);
        setting.cycle(project);
        lead.catchUp();
        platform.catchUp();

        assertEquals(before + 1, lead.kept().size());
        assertTrue(platform.kept().entrySet().containsAll(lead.kept().entrySet()));
    }

    /** Joining brings what was there before, leaving takes it away: neither is told row by row. */
    @Test
    void tellsASchoolToStartAnewWhenItJoinsAProjectAndWhenItLeaves() {
        var head = at(setting.school.registerId(), "school-lead");
        var project = setting.draft();
        setting.proposed(project);
        Setting.move(token(setting.rdLead), "/v1/projects/" + project, "approve");
        var follower = new Follower(head, "/v1/projects");
        follower.catchUp();
        var participation = setting.invited(project, setting.school);
        follower.ask().then().statusCode(410).body("code", equalTo("sight-changed"));

        follower.startAnew();
        follower.catchUp();
        assertTrue(follower.kept().containsKey(project.toString()));
        var path = "/v1/participations/" + participation;
        Setting.move(head, path, "commit");
        follower.catchUp();
        post(head, path + "/transitions", Map.of("action", "withdraw", "reason", "STAFFING", "evidence", "KEEP"))
                .then()
                .statusCode(204);
        follower.ask().then().statusCode(410);
    }
}
