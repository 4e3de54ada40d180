package org.trellis.alliance;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.ArchCondition.from;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaMethod;
import jakarta.ws.rs.POST;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trellis.idempotency.Once;
import org.trellis.testing.ServiceArchitecture;

class ArchitectureTest extends ServiceArchitecture {
    ArchitectureTest() {
        super("org.trellis.alliance", "org.trellis.calendar");
    }

    @Override
    protected Set<String> internal() {
        return Set.of("Place", "Duty");
    }

    /** But for invitations: a link that is shown once is not shown again. */
    @Test
    void whatMakesOrMovesSomethingDoesItOnceForAKey() {
        methods()
                .that()
                .areAnnotatedWith(POST.class)
                .and()
                .areDeclaredInClassesThat()
                .haveSimpleNameNotEndingWith("InvitationResource")
                .should(from(describe("go through Once", ArchitectureTest::goesThroughOnce)))
                .check(service);
    }

    private static boolean goesThroughOnce(JavaMethod method) {
        return method.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Once.class));
    }
}
