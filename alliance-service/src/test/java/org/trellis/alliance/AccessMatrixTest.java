package org.trellis.alliance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trellis.embedded.SuiteResource;
import org.trellis.testing.AccessByTable;
import org.trellis.testing.AccessMatrix.Answer;
import org.trellis.testing.AccessMatrix.Relation;
import org.trellis.testing.AccessMatrix.Request;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "alliance"))
class AccessMatrixTest extends AccessByTable {
    @Override
    protected Callers made() {
        return AccessWorld.made();
    }

    static Stream<Request> changes() {
        return requests().filter(request -> request.method().equals("PATCH"));
    }

    /** Whoever may change something says on which version that is based. */
    @ParameterizedTest
    @MethodSource("changes")
    void changesNothingThatIsNotBasedOnItsVersion(Request request) {
        var role = request.answers().get(Relation.OWN).entrySet().stream()
                .filter(answer -> answer.getValue() == Answer.MAY)
                .findFirst()
                .orElseThrow()
                .getKey();

        assertEquals(428, send(request, Relation.OWN, role).statusCode());
        assertEquals(
                412,
                send(request, Relation.OWN, role, "If-Match", "\"999999-0\"").statusCode());
    }
}
