package org.trellis.alliance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Invented extracts in the register's form: the columns of its file of establishments, all 139 of them, in its encoding.
 * The schools have the numbers from {@code first} on.
 */
record RegisterExtracts(int first, int schools, int faulty) {
    private static final List<String> COLUMNS = columns();

    private static List<String> columns() {
        try (var file = RegisterExtracts.class.getResourceAsStream("/register/columns.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] written(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"))
                .getBytes(Charset.forName("windows-1252"));
    }

    int urn(int n) {
        return first + n;
    }

    /** @param changed the day of the last change of every row, as the register writes it */
    byte[] establishments(String changed, String nameEnds) {
        var rows = new ArrayList<List<String>>();
        rows.add(COLUMNS);
        IntStream.range(0, schools)
                .mapToObj(n -> row(school(n, changed, nameEnds)))
                .forEach(rows::add);
        IntStream.range(0, faulty).mapToObj(n -> row(faultySchool(n, changed))).forEach(rows::add);
        return written(rows);
    }

    private Map<String, String> school(int n, String changed, String nameEnds) {
        var cells = new HashMap<String, String>();
        cells.put("URN", Integer.toString(urn(n)));
        cells.put("LA (code)", n % 3 == 0 ? "873" : "204");
        cells.put("EstablishmentNumber", Integer.toString(1000 + n % 9000));
        cells.put("Diocese (code)", n % 4 == 0 ? "CE99" : "0000");
        cells.put("Diocese (name)", n % 4 == 0 ? "Diocese of Wrenfield (invented)" : "Not applicable");
        cells.put("EstablishmentName", "School of St Andr\u00e9, \"No. " + n + "\" (invented)" + nameEnds);
        cells.put("TypeOfEstablishment (name)", n % 10 == 0 ? "Academy special converter" : "Academy converter");
        cells.put("EstablishmentStatus (name)", n % 20 == 19 ? "Closed" : "Open");
        cells.put("OpenDate", "01-09-2011");
        cells.put("CloseDate", n % 20 == 19 ? "31-08-2024" : "");
        cells.put("PhaseOfEducation (name)", n % 10 == 0 ? "Not applicable" : "Primary");
        cells.put("NumberOfPupils", Integer.toString(100 + n % 900));
        cells.put("PercentageFSM", (n % 1000) / 10 + ".5");
        cells.put("UKPRN", Integer.toString(10_000_000 + n));
        cells.put("LastChangedDate", changed);
        cells.put("Town", "Wrenfield");
        cells.put("County (name)", "Not recorded");
        cells.put("Postcode", "QX" + (1 + n % 9) + " " + n % 10 + "ZZ");
        cells.put(
                "UrbanRural (name)",
                n % 2 == 0 ? "(England/Wales) Rural village" : "(England/Wales) Urban city and town");
        cells.put("Easting", "635000");
        cells.put("Northing", "170000");
        return cells;
    }

    /** Wrong in one of five ways. */
    private Map<String, String> faultySchool(int n, String changed) {
        var cells = school(schools + n, changed, "");
        switch (n % 5) {
            case 0 -> cells.put("OpenDate", "31-02-2011");
            case 1 -> cells.put("EstablishmentName", "");
            case 2 -> cells.put("LA (code)", "998");
            case 3 -> cells.put("URN", Integer.toString(urn(n)));
            default -> cells.put("NumberOfPupils", "many");
        }
        return cells;
    }

    private static List<String> row(Map<String, String> cells) {
        return COLUMNS.stream().map(column -> cells.getOrDefault(column, "")).toList();
    }

    /** Every tenth school came from the one before it; told from both ends, with a shared sixth form that tells nothing. */
    byte[] links() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("URN", "LinkURN", "LinkName", "LinkType", "LinkEstablishedDate"));
        for (int n = 10; n < schools; n += 10) {
            rows.add(link(urn(n), urn(n - 1), "Predecessor - merged"));
            rows.add(link(urn(n - 1), urn(n), "Successor - merged"));
            rows.add(link(urn(n), urn(n - 2), "Sixth Form Centre Link"));
        }
        return written(rows);
    }

    private static List<String> link(int urn, int other, String type) {
        return List.of(Integer.toString(urn), Integer.toString(other), "", type, "01-09-2024");
    }

    byte[] groups(int many) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(
                "Group UID",
                "Group ID",
                "Group Name",
                "Companies House Number",
                "Group Type",
                "Closed Date",
                "UKPRN",
                "Incorporated on (open date)",
                "Group Contact Street",
                "Group Contact Locality",
                "Group Contact Town",
                "Group Contact County",
                "Group Contact Postcode"));
        for (int n = 0; n < many; n++) {
            rows.add(group(
                    uid(n),
                    "TR%05d".formatted(first % 50_000 + n),
                    "Trust " + n + " (invented)",
                    "7654321",
                    "Multi-academy trust"));
        }
        rows.add(group(uid(many), "", "A centre (invented)", "", "Children's Centres Group"));
        return written(rows);
    }

    private static List<String> group(String... said) {
        return Stream.concat(Stream.of(said), Stream.generate(() -> "").limit(8))
                .toList();
    }

    /** Every second open school is in a trust since the day. */
    byte[] groupLinks(int groups, String joined, int shift) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("URN", "Group UID", "Group Type", "Joined date"));
        for (int n = 0; n < schools; n += 2) {
            rows.add(List.of(Integer.toString(urn(n)), uid((n + shift) % groups), "Multi-academy trust", joined));
        }
        return written(rows);
    }

    String uid(int n) {
        return Integer.toString(first + n);
    }
}
