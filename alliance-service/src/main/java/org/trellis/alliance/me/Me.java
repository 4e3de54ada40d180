package org.trellis.alliance.me;

import java.time.LocalDate;
import java.util.List;
import org.trellis.alliance.Reference;

/**
 * Who the caller is here.
 *
 * @param subject as the token has it
 * @param person null until an invitation is accepted
 */
public record Me(String subject, Reference person, List<Role> roles) {
    /**
     * @param role as in the token, or an appointment's
     * @param at the register id for a token's role; null where the role is held at a named place
     * @param place where it is known here: an organisation or an alliance
     * @param since null for roles that the token gives
     * @param source TOKEN or APPOINTMENT
     */
    public record Role(String role, String at, Reference place, LocalDate since, String source) {}
}
