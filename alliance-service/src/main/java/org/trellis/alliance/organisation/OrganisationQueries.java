package org.trellis.alliance.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.trellis.alliance.Sights;
import org.trellis.alliance.Today;
import org.trellis.identity.Reader;
import org.trellis.paging.Described;
import org.trellis.paging.Listing;
import org.trellis.paging.Lists;
import org.trellis.paging.Page;
import org.trellis.problem.Problems;
import org.trellis.web.Parameters;

/** Questions about organisations. */
@ApplicationScoped
class OrganisationQueries implements Described {
    private static final String ON_THE_DAY = "%1$s.starts_on <= :day and (%1$s.ends_on is null or %1$s.ends_on > :day)";

    /** A status that dates tell better than the day on which somebody wrote it down. */
    private static final String STATUS = """
            case when o.closes_on <= :day then 'CLOSED' when o.opens_on > :day then 'PROPOSED'
              when o.closes_on > :day then 'OPEN' else o.status end""";

    private static final String COLUMNS = """
            o.id, o.version, o.kind, o.name, o.register_id, o.urn, o.uid, o.la_code, o.phase, o.setting, o.town,
            %s as status,
            o.postcode, o.invented, o.group_id, o.laestab, o.ukprn, o.company_number, o.type, o.street, o.locality,
            o.county, o.easting, o.northing, o.roll, o.free_meals_share, o.urban_rural, o.opens_on, o.closes_on,
            trust.id as trust_id, trust.name as trust_name, authority.id as local_authority_id,
            authority.name as local_authority_name, o.described_from, o.until as described_until""".formatted(STATUS);

    private static final String TIES = tie("TRUST", "trust") + tie("LOCAL_AUTHORITY", "authority");

    private static final String OF_THE_DAY =
            "(o.described_from is null or o.described_from <= :day) and (o.until is null or o.until > :day)";

    /** The table itself, for those who keep in step with it. */
    private static final String CHANGES = "(select *, null::date as until from organisation) o" + TIES;

    /** Numbers tell more than words, and long words more than short ones. */
    private static final Comparator<String> RAREST_FIRST = Comparator.comparing(
                    (String word) -> word.chars().noneMatch(Character::isDigit))
            .thenComparing(String::length, Comparator.reverseOrder());

    private final Reader reader;
    private final OrganisationKeys keys;

    OrganisationQueries(Reader reader, OrganisationKeys keys) {
        this.reader = reader;
        this.keys = keys;
    }

    @Override
    public void describe(Lists lists) {
        lists.collection("/v1/organisations", this::list);
    }

    private static String tie(String kind, String alias) {
        return " " + """
                left join lateral (
                  select t.id, t.name from affiliation f join directory_now t on t.id = f.to_id
                  where f.organisation_id = o.id and f.kind = '%1$s' and %2$s) %3$s on true""".formatted(kind, ON_THE_DAY.formatted("f"), alias);
    }

    OrganisationView view(UUID id) {
        return view(id, Optional.empty());
    }

    /** @param asOf the day whose description is asked for; none for today's */
    OrganisationView view(UUID id, Optional<LocalDate> asOf) {
        return reader.one(
                        OrganisationView.class,
                        "select " + COLUMNS + " from " + directory(asOf) + TIES + " where o.id = :id and " + OF_THE_DAY,
                        Map.of("id", id, "day", asOf.orElseGet(Today::inEngland)))
                .orElseThrow(Problems::notFound);
    }

    Page<OrganisationView> list(Parameters parameters) {
        var asOf = parameters.day("asOf");
        boolean changes = parameters.text("changedAfter").isPresent();
        var listing = Listing.of(OrganisationView.class, COLUMNS, changes ? CHANGES : directory(asOf))
                .id("o.id")
                .bind("day", asOf.orElseGet(Today::inEngland))
                .where(
                        "o.kind = :kind",
                        "kind",
                        parameters.oneOf("kind", OrganisationKind.class).map(Enum::name))
                .where(
                        "o.phase = :phase",
                        "phase",
                        parameters.oneOf("phase", Phase.class).map(Enum::name))
                .where(
                        "o.setting = :setting",
                        "setting",
                        parameters.oneOf("setting", Setting.class).map(Enum::name))
                .where(
                        (asOf.isPresent() ? STATUS : "o.status") + " = :status",
                        "status",
                        parameters.oneOf("status", OrganisationStatus.class).map(Enum::name))
                .where(member("LOCAL_AUTHORITY", "localAuthority"), "localAuthority", authority(parameters))
                .where(member("TRUST", "trust"), "trust", keys.named("trust", parameters))
                .sortable("name", "o.name", "text")
                .keptInStep("organisation", "o", Sights.DIRECTORY);
        if (asOf.isPresent()) {
            listing.where(OF_THE_DAY, "day", asOf);
        }
        if (!changes) {
            listing.pageFirst(
                    "o.id, o.until",
                    "join " + directory(asOf) + " on o.id = page.id and o.until is not distinct from page.until"
                            + TIES);
        }
        parameters.text("q").ifPresent(q -> search(listing, q));
        return listing.page(reader, parameters);
    }

    /** A day of the past or today; notes where it is another. */
    Optional<LocalDate> notAfterToday(String name, Parameters parameters) {
        var day = parameters.day(name);
        if (day.filter(Today.inEngland()::isBefore).isPresent()) {
            parameters.refuse(name, "must not be after today");
        }
        return day;
    }

    /**
     * Each word has to be in the name, town, postcode or one of the registers' numbers. The index finds those with the
     * word that is likely to be rarest; looking up the others in it too would cost more than reading what it found, so
     * they are looked for in what is no column.
     */
    private static void search(Listing<?> listing, String q) {
        var words = Arrays.stream(q.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .sorted(RAREST_FIRST)
                .toList();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
            listing.where(
                    (i == 0 ? "o.search" : "(o.search || '')") + " like :word" + i,
                    "word" + i,
                    Optional.of("%" + word + "%"));
        }
    }

    private static String member(String kind, String parameter) {
        return """
                o.id in (select f.organisation_id from affiliation f
                         where f.to_id = :%s and f.kind = '%s' and %s)""".formatted(parameter, kind, ON_THE_DAY.formatted("f"));
    }

    private Optional<UUID> authority(Parameters parameters) {
        return parameters.text("laCode").flatMap(code -> {
            var found = keys.find("la:" + code);
            if (found.isEmpty()) {
                parameters.refuse("laCode", "is not known here");
            }
            return found;
        });
    }

    private static String directory(Optional<LocalDate> asOf) {
        return (asOf.isPresent() ? "directory_of_days" : "directory_now") + " o";
    }
}
