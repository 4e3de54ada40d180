package org.trellis.alliance.person;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * A person to be named.
 *
 * @param email at work
 * @param homeOrganisationId where the person works
 */
record NewPerson(
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Email @Size(max = 254) String email,
        @NotNull UUID homeOrganisationId) {

    PersonDetails details() {
        return new PersonDetails(name, email, homeOrganisationId);
    }
}
