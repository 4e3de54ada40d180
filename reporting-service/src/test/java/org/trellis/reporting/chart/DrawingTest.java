package org.trellis.reporting.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class DrawingTest {
    private static final String NAME = "<Oak & \"Elm\"> School \u0001";

    @Test
    void everyChartIsWellFormedWhateverASchoolIsCalled() throws Exception {
        for (Chart chart : charts()) {
            var document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(chart.svg())));
            var root = document.getDocumentElement();
            assertEquals("svg", root.getTagName());
            assertEquals("img", root.getAttribute("role"));
            assertEquals(1, root.getElementsByTagName("title").getLength());
            assertFalse(
                    root.getElementsByTagName("desc").item(0).getTextContent().isBlank());
            assertFalse(chart.svg().contains("NaN"), chart.svg());
        }
    }

    @Test
    void everyChartHasItsFiguresInATable() {
        for (Chart chart : charts()) {
            assertFalse(chart.rows().isEmpty());
            chart.rows().forEach(row -> assertEquals(chart.columns().size(), row.size()));
        }
    }

    @Test
    void nothingIsDrawnOutsideThePicture() {
        for (Chart chart : charts()) {
            Pattern.compile(" (?:x|x1|x2|cx)=\"(-?[0-9.]+)\"")
                    .matcher(chart.svg())
                    .results()
                    .mapToDouble(r -> Double.parseDouble(r.group(1)))
                    .forEach(x -> assertTrue(x >= 0 && x <= 720, chart.kind() + " draws at " + x));
        }
    }

    @Test
    void aChartsNameTellsItsTitleFromAnothers() {
        Chart chart = flow();
        assertTrue(chart.svg("a").contains("id=\"chart-flow-a-title\""));
        assertTrue(chart.svg("a").contains("aria-labelledby=\"chart-flow-a-title chart-flow-a-desc\""));
    }

    @Test
    void theAxisReachesAsFarAsAnEffectThatIsVeryLarge() {
        var large = new Forest.Effect(NAME, "+2.49 (+1.82 to +3.17)", 2.49, 1.82, 3.17, 1);
        assertTrue(new Forest(List.of(large), null, "worse", "better")
                .chart()
                .svg()
                .contains(">2.5<"));
    }

    @Test
    void anAxisHoldsEveryValueBetweenAFewTicks() {
        Random random = new Random(6);
        for (int trial = 0; trial < 500; trial++) {
            double scale = Math.pow(10, random.nextInt(6) - 2);
            double low = scale * random.nextGaussian();
            double high = low + scale * random.nextDouble();
            Axis axis = Axis.over(DoubleStream.of(low, high), 100, 200);
            assertTrue(axis.least() <= low && axis.most() >= high);
            assertTrue(axis.ticks().size() >= 2 && axis.ticks().size() <= 14, axis.toString());
            assertTrue(axis.at(low) >= 100 && axis.at(high) <= 200 && axis.at(low) <= axis.at(high));
        }
    }

    private static List<Chart> charts() {
        var effect = new Forest.Effect(NAME, "+0.30 (-9.00 to +9.60)", 0.3, -9, 9.6, 0.5);
        var cycles = List.of(
                new Trend.Point(NAME, "+0.10", 0.1, -0.1, 0.3), new Trend.Point("Second", "+0.20", 0.2, 0.1, 0.3));
        var change = new BeforeAndAfter.Change(90.5, 101.25);
        var schools = List.of(
                new BeforeAndAfter.School(NAME, change, null),
                new BeforeAndAfter.School("Both", change, new BeforeAndAfter.Change(91, 91)));
        return List.of(
                new Forest(List.of(effect), effect, "worse", "better").chart(),
                new Forest(List.of(effect), null, "worse", "better").chart(),
                flow(),
                new BeforeAndAfter(schools, "points").chart(),
                new Trend(cycles, "Effect").chart());
    }

    private static Chart flow() {
        return new SchoolFlow(8, 7, 5, 1).chart();
    }
}
