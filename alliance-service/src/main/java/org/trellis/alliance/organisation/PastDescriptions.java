package org.trellis.alliance.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.identity.Writer;

/** What organisations were before their last description. */
@ApplicationScoped
class PastDescriptions {
    private static final String DESCRIPTION = """
            name, group_id, laestab, ukprn, company_number, phase, setting, type, status, street, locality, town, county,
            postcode, easting, northing, roll, free_meals_share, urban_rural, opens_on, closes_on""";

    /** Columns that no description changes. */
    private static final String STANDING = "id, version, kind, register_id, urn, uid, la_code, invented, search";

    /** @param from null as far back as is known */
    record Stretch(LocalDate from, LocalDate until, @Nested OrganisationDescription description) {}

    private final Writer writer;

    PastDescriptions(Writer writer) {
        this.writer = writer;
    }

    /** The days around this one of which the same was said; empty where the last description holds on it. */
    Optional<Stretch> around(UUID id, LocalDate day) {
        return writer.one(
                Stretch.class,
                "select described_from as \"from\", until, " + DESCRIPTION + """
                         from organisation_past
                        where id = :id and (described_from is null or described_from <= :day) and until > :day""",
                Map.of("id", id, "day", day));
    }

    /** Leaves the description as it is for the days before this one, so that those from it on can have another. */
    @Transactional(Transactional.TxType.MANDATORY)
    Stretch split(UUID id, Stretch stretch, LocalDate day) {
        if (day.equals(stretch.from())) {
            return stretch;
        }
        var values = Map.of("id", id, "until", stretch.until(), "day", day);
        writer.run("""
                insert into organisation_past (described_from, until, %1$s, %2$s)
                select described_from, :day, %1$s, %2$s from organisation_past
                where id = :id and until = :until""".formatted(STANDING, DESCRIPTION), values);
        writer.run("update organisation_past set described_from = :day where id = :id and until = :until", values);
        return new Stretch(day, stretch.until(), stretch.description());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void correct(UUID id, Stretch stretch, OrganisationDescription description) {
        writer.with(handle -> handle.createUpdate("""
                        update organisation_past set (%s) = (:name, :groupId, :laestab, :ukprn, :companyNumber, :phase,
                          :setting, :type, :status, :street, :locality, :town, :county, :postcode, :easting, :northing,
                          :roll, :freeMealsShare, :urbanRural, :opensOn, :closesOn),
                          search = organisation_search(:name, :town, :postcode, urn, uid, :groupId, :laestab, :ukprn)
                        where id = :id and until = :until""".formatted(DESCRIPTION))
                .bindMethods(description)
                .bind("id", id)
                .bind("until", stretch.until())
                .execute());
    }
}
