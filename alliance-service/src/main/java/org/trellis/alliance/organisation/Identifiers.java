package org.trellis.alliance.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The registers' identifiers: the shapes without which one is none, and the conventions that the registers keep today.
 * What breaks a convention is taken, with a warning.
 */
public final class Identifiers {
    public static final String URN = "\\d{5,6}";
    public static final String UID = "\\d{1,6}";
    public static final String GROUP_ID = "TR\\d{5}";
    public static final String LA_CODE = "\\d{3}";
    public static final String DIOCESE_CODE = "[A-Z]{2}\\d{2}";
    public static final String LAESTAB = "\\d{3}/?\\d{4}";
    public static final String UKPRN = "\\d{8}";
    public static final String COMPANY_NUMBER = "[A-Z0-9]{8}";

    private static final Pattern POSTCODE = Pattern.compile("[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}");
    private static final Pattern COMPANY = Pattern.compile("\\d{8}|[A-Z]{2}\\d{6}");

    private Identifiers() {}

    /** The form in which a school's number within its local authority is kept: seven digits. */
    public static String laestab(String given) {
        return given == null ? null : given.replace("/", "");
    }

    /** The form in which postcodes are kept: upper case, a space before the last three. */
    public static String postcode(String given) {
        if (given == null) {
            return null;
        }
        var tight = given.replaceAll("\\s", "").toUpperCase(java.util.Locale.ROOT);
        var parted = tight.length() > 3
                ? tight.substring(0, tight.length() - 3) + " " + tight.substring(tight.length() - 3)
                : tight;
        return POSTCODE.matcher(parted).matches() ? parted : given.strip();
    }

    /** What of these is unusual, though it may be right. */
    static List<Warning> warnings(OrganisationView of) {
        var found = new ArrayList<Warning>();
        unusual(of.urn(), "\\d{6}", "urn", "a URN has six digits in practice").ifPresent(found::add);
        unusual(of.uid(), "\\d{4,5}", "uid", "a group's UID has four or five digits in practice")
                .ifPresent(found::add);
        unusual(of.ukprn(), "1\\d{7}", "ukprn", "a UKPRN starts with 1 in practice")
                .ifPresent(found::add);
        unusual(of.postcode(), POSTCODE.pattern(), "postcode", "this is no usual postcode")
                .ifPresent(found::add);
        unusual(
                        of.companyNumber(),
                        COMPANY.pattern(),
                        "companyNumber",
                        "a company number is eight digits, or two letters and six")
                .ifPresent(found::add);
        return found;
    }

    private static Optional<Warning> unusual(String value, String usual, String field, String message) {
        return value == null || value.matches(usual)
                ? Optional.empty()
                : Optional.of(new Warning("$." + field, message));
    }
}
