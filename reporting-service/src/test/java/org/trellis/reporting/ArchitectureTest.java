package org.trellis.reporting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trellis.testing.ServiceArchitecture;

class ArchitectureTest extends ServiceArchitecture {
    private final JavaClasses service = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.trellis.reporting");

    ArchitectureTest() {
        super("org.trellis.reporting");
    }

    @Test
    void statisticsKnowNoFramework() {
        classes()
                .that()
                .resideInAPackage("org.trellis.reporting.statistics..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.apache.commons..", "org.trellis.reporting.statistics..")
                .check(service);
    }

    @Test
    void whatDecidesOnWithholdingReadsNothingItself() {
        classes()
                .that()
                .resideInAPackage("org.trellis.reporting.disclosure..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.trellis.reporting.disclosure..")
                .check(service);
    }

    @Override
    protected Set<String> internal() {
        return Set.of("Direction", "Palette");
    }
}
