package org.trellis.evidence.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.trellis.evidence.score.Dimension;
import org.trellis.evidence.score.Frame;
import org.trellis.evidence.score.ScoreRules;
import org.trellis.paging.Cells;

/**
 * The file that a school fills in for one measure of a project: a pupil a line, a value and a day for each point. As a
 * spreadsheet it checks what is typed; it is sent in as CSV.
 */
final class ScoreTemplate {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int ROWS = 2000;
    private static final double WIDE = 48;
    private static final double NARROW = 18;

    /**
     * A less-than sign would have to be escaped, which the writer of sheets does not do: checks are written without.
     *
     * @param check true where the cell in row 2 of the column holds what it should; null where a list says it all
     */
    private record Column(String name, List<String> values, String check, String refusal) {
        static Column of(String name, List<String> values) {
            return new Column(name, values, null, "must be one of the list");
        }
    }

    private final List<Column> columns = new ArrayList<>();

    ScoreTemplate(Offer.All offer, Frame.Planned measure) {
        column(ScoreColumns.REFERENCE, "LEN(%s)=43", "must be a reference made at the school: 43 characters");
        if (offer.schools().size() > 1) {
            columns.add(Column.of(
                    ScoreColumns.SCHOOL,
                    offer.schools().stream().map(Offer.School::registerId).toList()));
        }
        columns.add(Column.of(
                ScoreColumns.COHORT,
                offer.cohorts().values().stream()
                        .flatMap(List::stream)
                        .filter(cohort -> cohort.about().equals(measure.about()))
                        .map(Frame.Cohort::name)
                        .distinct()
                        .sorted()
                        .toList()));
        columns.add(Column.of(ScoreColumns.MEASURE, List.of(measure.code())));
        ScoreColumns.WIDE.stream().filter(measure.points()::contains).forEach(point -> {
            var least = measure.minimum().toPlainString();
            var most = measure.maximum().toPlainString();
            column(
                    ScoreColumns.value(point),
                    "AND(ISNUMBER(%s),%s>=" + least + "," + most + ">=%s,ROUND(%s," + ScoreRules.DECIMALS + ")=%s)",
                    "must be a number from " + least + " to " + most);
            column(
                    ScoreColumns.takenOn(point),
                    "AND(ISNUMBER(%s),%s>=DATE(" + ScoreRules.EARLIEST.getYear() + ",1,1),TODAY()>=%s)",
                    "must be a day from " + ScoreRules.EARLIEST + " to today");
        });
        for (var dimension : Dimension.values()) {
            columns.add(Column.of(
                    dimension.column(),
                    Stream.concat(dimension.codes().stream(), Stream.of(Dimension.UNKNOWN))
                            .toList()));
        }
    }

    private void column(String name, String check, String refusal) {
        int at = columns.size();
        columns.add(new Column(name, List.of(), check.replace("%s", letters(at) + "2"), refusal));
    }

    private static String letters(int column) {
        return (column < 26 ? "" : String.valueOf((char) ('A' + column / 26 - 1))) + (char) ('A' + column % 26);
    }

    String csv() {
        var out = new StringWriter();
        try (var csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(columns.stream().map(Column::name).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    byte[] xlsx() {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "Trellis", "1.0")) {
            var sheet = book.newWorksheet("scores");
            var lists = book.newWorksheet("lists");
            for (int at = 0; at < columns.size(); at++) {
                column(sheet, lists, at);
            }
            sheet.freezePane(0, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void column(Worksheet sheet, Worksheet lists, int at) {
        var column = columns.get(at);
        sheet.value(0, at, column.name());
        sheet.width(at, column.name().equals(ScoreColumns.REFERENCE) ? WIDE : NARROW);
        var cells = sheet.range(1, at, ROWS, at);
        if (column.name().endsWith(ScoreColumns.TAKEN_ON)) {
            cells.style().format("yyyy-mm-dd").set();
        }
        if (column.check() != null) {
            cells.validateWithFormula(column.check())
                    .errorTitle(column.name())
                    .error(column.refusal())
                    .errorStyle(DataValidationErrorStyle.STOP)
                    .showErrorMessage(true);
        } else if (!column.values().isEmpty()) {
            cells.validateWithList(list(lists, at, column))
                    .errorTitle(column.name())
                    .error(column.refusal())
                    .errorStyle(DataValidationErrorStyle.STOP)
                    .showErrorMessage(true);
        }
    }

    private static Range list(Worksheet lists, int at, Column column) {
        for (int row = 0; row < column.values().size(); row++) {
            lists.value(row, at, Cells.safe(column.values().get(row)));
        }
        return lists.range(0, at, column.values().size() - 1, at);
    }
}
