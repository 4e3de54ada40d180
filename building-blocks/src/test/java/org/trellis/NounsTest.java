package org.trellis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class NounsTest {
    @Test
    void knowsMechanismsAndNoNounOfTheDomain() {
        noClasses()
                .should()
                .haveNameMatching(
                        ".*(School|Pupil|Trust[A-Z]|Alliance|Project|Cohort|Cycle|Measure|Submission|Score|Person|Member).*")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.trellis"));
    }
}
