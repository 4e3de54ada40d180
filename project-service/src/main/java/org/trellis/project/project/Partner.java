package org.trellis.project.project;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Who does something for a project without taking part as a school.
 *
 * @param organisationId where it is in the directory; otherwise its name
 * @param part what it does
 */
public record Partner(
        UUID organisationId,

        @Size(max = 200) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "must not be blank")
        String name,

        @NotNull PartnerKind kind,
        @NotBlank @Size(max = 1000) String part) {

    @AssertTrue(message = "a partner has either an organisationId or a name")
    boolean isNamedOnce() {
        return (organisationId == null) != (name == null);
    }
}
