package org.trellis.reporting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.trellis.identity.Writer;

@AnalyzeClasses(packages = "org.trellis.reporting", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule statisticsKnowNoFramework = classes()
            .that()
            .resideInAPackage("org.trellis.reporting.statistics..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.apache.commons..", "org.trellis.reporting.statistics..");

    @ArchTest
    static final ArchRule whoWithholdsReadsNothing = classes()
            .that()
            .resideInAPackage("org.trellis.reporting.disclosure..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.trellis.reporting.disclosure..");

    @ArchTest
    static final ArchRule resourcesLeaveWholeRowsToThoseWhoCheck = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Writer.class);
}
