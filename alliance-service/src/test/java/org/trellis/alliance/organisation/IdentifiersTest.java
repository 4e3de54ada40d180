package org.trellis.alliance.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rules are those of the Department for Education's own open-source services: Get Information about Schools takes
 * URNs of five or six digits and builds LAESTAB from three and four digits; the academies API takes UKPRNs of eight
 * digits and trust references of TR and five.
 */
class IdentifiersTest {
    @ParameterizedTest
    @CsvSource({
        "100000, true",
        "12345, true",
        "1234, false",
        "1234567, false",
        "10000a, false",
        "' 100000', false",
    })
    void knowsAUrn(String text, boolean one) {
        assertEquals(one, text.matches(Identifiers.URN));
    }

    @ParameterizedTest
    @CsvSource({
        "8731234, true",
        "873/1234, true",
        "873/0123, true",
        "87/12345, false",
        "873123, false",
        "873-1234, false"
    })
    void knowsALaestab(String text, boolean one) {
        assertEquals(one, text.matches(Identifiers.LAESTAB));
    }

    @ParameterizedTest
    @CsvSource({"10003956, true", "20003956, true", "1000395, false", "100039560, false", "1000395X, false"})
    void knowsAUkprn(String text, boolean one) {
        assertEquals(one, text.matches(Identifiers.UKPRN));
    }

    @ParameterizedTest
    @CsvSource({"TR00001, true", "TR1234, false", "tr00001, false", "TR000001, false", "XX00001, false"})
    void knowsATrustsReference(String text, boolean one) {
        assertEquals(one, text.matches(Identifiers.GROUP_ID));
    }

    @ParameterizedTest
    @CsvSource({"2044, true", "16089, true", "1, true", "1234567, false", "TR001, false"})
    void knowsAGroupsNumber(String text, boolean one) {
        assertEquals(one, text.matches(Identifiers.UID));
    }

    @ParameterizedTest
    @CsvSource({
        "01234567, true",
        "OC301234, true",
        "SC123456, true",
        "NI012345, true",
        "1234567, false",
        "oc301234, false"
    })
    void knowsACompanysNumber(String text, boolean one) {
        assertEquals(one, text.matches(Identifiers.COMPANY_NUMBER));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "100000, 2044, 10003956, CT9 1AA, 01234567, -",
                "100000, 16089, -, -, SC123456, -",
                "12345, -, -, -, -, $.urn",
                "-, 7, -, -, -, $.uid",
                "-, -, 20003956, -, -, $.ukprn",
                "-, -, -, nowhere, -, $.postcode",
                "-, -, -, -, ABCD1234, $.companyNumber"
            })
    void warnsOfWhatIsUnusual(
            String urn, String uid, String ukprn, String postcode, String companyNumber, String warned) {
        var view = new OrganisationView(
                null,
                0,
                null,
                null,
                null,
                urn,
                uid,
                null,
                null,
                null,
                null,
                null,
                postcode,
                true,
                null,
                null,
                ukprn,
                companyNumber,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);

        assertEquals(
                warned == null ? List.of() : List.of(warned),
                Identifiers.warnings(view).stream().map(Warning::path).toList());
    }

    @ParameterizedTest
    @CsvSource({"ct9 1aa, CT9 1AA", "SW1A1AA, SW1A 1AA", "M11AE, M1 1AE", "nowhere, nowhere", "'  B33 8TH', B33 8TH"})
    void keepsPostcodesInOneForm(String given, String kept) {
        assertEquals(kept, Identifiers.postcode(given));
    }

    @Test
    void keepsTheNumberWithinTheAuthorityAsSevenDigits() {
        assertEquals("8731234", Identifiers.laestab("873/1234"));
        assertEquals("8731234", Identifiers.laestab("8731234"));
    }
}
