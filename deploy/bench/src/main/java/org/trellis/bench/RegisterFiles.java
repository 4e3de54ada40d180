package org.trellis.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An invented national register as its extracts: 50,000 schools of 139 columns, 500 rows wrong in five ways. */
final class RegisterFiles {
    static final int COLUMNS = 139;
    static final int SCHOOLS = 50_000;
    static final int FAULTY = 500;
    static final int LINKS = 12_000;
    static final int GROUP_LINKS = 10_000;
    private static final int GROUPS = 1_500;
    private static final int FIRST_URN = 200_000;
    private static final int FIRST_UID = 20_000;
    private static final Charset REGISTERS = Charset.forName("windows-1252");

    private final Path folder;
    private final List<String> columns;

    /** @param columns a file with the names of the register's columns, one a line */
    RegisterFiles(Path folder, Path columns) throws IOException {
        this.folder = folder;
        this.columns = Files.readAllLines(columns);
    }

    /** The files in the order in which they are imported, by the kind of import. */
    Map<String, Path> write() throws IOException {
        Map<String, Path> files = new TreeMap<>();
        files.put("1 ESTABLISHMENTS", establishments(folder.resolve("establishments.csv")));
        files.put("2 ESTABLISHMENT_LINKS", links(folder.resolve("links.csv")));
        files.put("3 GROUPS", groups(folder.resolve("groups.csv")));
        files.put("4 GROUP_LINKS", groupLinks(folder.resolve("group-links.csv")));
        return files;
    }

    private Path establishments(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, REGISTERS)) {
            line(out, columns.toArray(String[]::new));
            for (int n = 0; n < SCHOOLS + FAULTY; n++) {
                line(out, n < SCHOOLS ? school(n) : faulty(n));
            }
        }
        return file;
    }

    private String[] school(int n) {
        String[] cells = new String[columns.size()];
        Arrays.fill(cells, "filling as the register has it".substring(0, n % 12));
        put(cells, "URN", Integer.toString(FIRST_URN + n));
        put(cells, "LA (code)", List.of("873", "204", "330", "383", "908").get(n % 5));
        put(cells, "EstablishmentNumber", Integer.toString(1000 + n % 9000));
        put(cells, "EstablishmentName", "Saint Andr\u00e9 \"" + Integer.toString(n, 36) + "\" School, Town " + n % 700);
        put(cells, "TypeOfEstablishment (name)", n % 10 == 0 ? "Academy special converter" : "Academy converter");
        put(cells, "EstablishmentStatus (name)", closed(n) ? "Closed" : "Open");
        put(cells, "OpenDate", "01-09-2011");
        put(cells, "CloseDate", closed(n) ? "31-08-2024" : "");
        put(cells, "PhaseOfEducation (name)", n % 10 == 0 ? "Not applicable" : n % 3 == 0 ? "Secondary" : "Primary");
        put(cells, "NumberOfPupils", Integer.toString(100 + n % 900));
        put(cells, "PercentageFSM", n % 100 + ".5");
        put(cells, "UKPRN", Integer.toString(10_000_000 + n));
        put(cells, "LastChangedDate", "10-01-2025");
        put(cells, "Town", "Town " + n % 700);
        put(
                cells,
                "Postcode",
                "Q%c%d %d%c%c".formatted('A' + n % 20, 1 + n % 9, n % 10, 'A' + n / 20 % 20, 'A' + n / 400 % 20));
        put(
                cells,
                "UrbanRural (name)",
                n % 2 == 0 ? "(England/Wales) Rural village" : "(England/Wales) Urban city and town");
        put(cells, "Easting", Integer.toString(400_000 + n));
        put(cells, "Northing", Integer.toString(200_000 + n));
        return cells;
    }

    private static boolean closed(int n) {
        return n % 4 == 3;
    }

    private String[] faulty(int n) {
        String[] cells = school(n);
        switch (n % 5) {
            case 0 -> put(cells, "OpenDate", "31-02-2011");
            case 1 -> put(cells, "EstablishmentName", "");
            case 2 -> put(cells, "LA (code)", "998");
            case 3 -> put(cells, "URN", Integer.toString(FIRST_URN + n - SCHOOLS));
            default -> put(cells, "NumberOfPupils", "many");
        }
        return cells;
    }

    private void put(String[] cells, String column, String value) {
        cells[columns.indexOf(column)] = value;
    }

    private static Path links(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, REGISTERS)) {
            line(out, "URN", "LinkURN", "LinkName", "LinkType", "LinkEstablishedDate");
            for (int n = 0; n < LINKS; n++) {
                String closed = Integer.toString(FIRST_URN + n * 4 + 3);
                String successor = Integer.toString(FIRST_URN + n * 4 + 4);
                line(out, closed, successor, "", "Successor - merged", "01-09-2024");
            }
        }
        return file;
    }

    private static Path groups(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, REGISTERS)) {
            line(
                    out,
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
                    "Group Contact Postcode");
            for (int n = 0; n < GROUPS; n++) {
                String uid = Integer.toString(FIRST_UID + n);
                var id = "TR0%04d".formatted(n);
                line(out, uid, id, "Trust " + n, "7654321", "Multi-academy trust", "", "", "", "", "", "", "", "");
            }
        }
        return file;
    }

    private static Path groupLinks(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, REGISTERS)) {
            line(out, "URN", "Group UID", "Group Type", "Joined date");
            for (int n = 0; n < GROUP_LINKS; n++) {
                String urn = Integer.toString(FIRST_URN + n * 4);
                line(out, urn, Integer.toString(FIRST_UID + n % GROUPS), "Multi-academy trust", "01-09-2015");
            }
        }
        return file;
    }

    private static void line(Writer out, String... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            out.append(i == 0 ? "\"" : ",\"")
                    .append(cells[i].replace("\"", "\"\""))
                    .append('"');
        }
        out.append("\r\n");
    }
}
