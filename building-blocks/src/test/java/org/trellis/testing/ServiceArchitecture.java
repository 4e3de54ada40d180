package org.trellis.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.sql.Connection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.trellis.identity.Writer;
import org.trellis.outbox.Aggregate;
import org.trellis.paging.Page;

/** What holds in every service. A rule over classes that nobody has would be no rule: ArchUnit fails on it. */
public abstract class ServiceArchitecture {
    protected final JavaClasses service;

    protected ServiceArchitecture(String... inPackages) {
        service = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(inPackages);
    }

    @Test
    void everyEndpointSaysWhoMayCallIt() {
        methods()
                .that()
                .areMetaAnnotatedWith(HttpMethod.class)
                .should()
                .beAnnotatedWith(Authenticated.class)
                .orShould()
                .beAnnotatedWith(RolesAllowed.class)
                .orShould()
                .beAnnotatedWith(PermitAll.class)
                .check(service);
    }

    @Test
    void resourcesRunOnVirtualThreads() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .beAnnotatedWith(RunOnVirtualThread.class)
                .check(service);
    }

    /** What says nothing of its format gets the one of whichever writer comes first. */
    @Test
    void listsSayTheirFormats() {
        methods()
                .that()
                .areMetaAnnotatedWith(HttpMethod.class)
                .and()
                .haveRawReturnType(Page.class)
                .should()
                .beAnnotatedWith(Produces.class)
                .allowEmptyShould(true) // reporting-service has no lists
                .check(service);
    }

    @Test
    void resourcesHoldNoRules() {
        noClasses()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Aggregate.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(PanacheRepositoryBase.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Writer.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Connection.class)
                .check(service);
    }

    @Test
    void whatCallersReadComesFromTheReader() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Queries")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Writer.class)
                .check(service);
    }

    @Test
    void featuresDoNotGoInCircles() {
        slices().matching("org.trellis.*.(*)..").should().beFreeOfCycles().check(service);
    }

    /** Enums that no caller ever sees. */
    protected Set<String> internal() {
        return Set.of();
    }

    @Test
    void everyCodeHasItsLabel() throws IOException {
        var json = new ObjectMapper();
        var labels = json.readTree(getClass().getResourceAsStream("/vocabularies.json"));
        var unlabelled = new TreeMap<String, String>();
        for (var type : service.that(assignableTo(Enum.class))) {
            if (type.isEnum() && !internal().contains(type.getSimpleName())) {
                for (var constant : type.reflect().getEnumConstants()) {
                    var code = json.valueToTree(constant).textValue();
                    if (labels.path(vocabulary(type)).path(code).asText("").isBlank()) {
                        unlabelled.put(vocabulary(type) + "." + code, "");
                    }
                }
            }
        }
        assertEquals(Map.of(), unlabelled, "codes without a label in vocabularies.json");
    }

    /** An enum's own name, behind that of the record it stands in. */
    private static String vocabulary(JavaClass type) {
        var name = type.getSimpleName();
        var outer = type.getEnclosingClass()
                .map(c -> c.getSimpleName().replaceFirst("^New", ""))
                .filter(o -> !o.endsWith(name))
                .orElse("");
        var full = outer + name;
        return Character.toLowerCase(full.charAt(0)) + full.substring(1);
    }
}
