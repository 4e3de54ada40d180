package org.trellis.evidence.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts that schools run make what Java's HMAC makes. */
class ReferenceScriptsTest {
    private static final String KEY = "a key of 'many' characters & signs, $HOME \\ é \"quoted\" = 1";
    private static final String FILE = """
        upn,cohort,measure,point,value,taken_on
        A801200001001,7A,READING_AGE,BASELINE,101,2025-10-01
         x00180001701a ,7A,READING_AGE,BASELINE,99.5,2025-10-01
        STAFF-é-7,7A,READING_AGE,BASELINE,100,2025-10-01
        """;

    @TempDir
    private Path folder;

    private Path key;

    @BeforeEach
    void writeTheKey() throws IOException {
        key = Files.writeString(folder.resolve("key.txt"), KEY + "\n");
    }

    @Test
    void theShellMakesWhatJavaMakes() throws Exception {
        assertEquals(expected(), converted(shell(FILE)));
        assertEquals(expected(), converted(shell(FILE.replace("\n", "\r\n"))));
        assertTrue(PupilReference.isOne(reference("A801200001001")));
    }

    /** As spreadsheets and Notepad save it. */
    @Test
    void aByteOrderMarkBelongsNeitherToTheKeyNorToTheFirstColumn() throws Exception {
        Files.writeString(key, "\ufeff" + KEY + "\r\n");
        assertEquals(expected(), converted(shell("\ufeff" + FILE)));
    }

    /** Where there is a PowerShell to try it with. */
    @Test
    void powerShellMakesWhatJavaMakes() throws Exception {
        var shell = Stream.of("pwsh", "powershell", "powershell.exe")
                .filter(ReferenceScriptsTest::isThere)
                .findFirst();
        assumeTrue(shell.isPresent(), "no PowerShell on this machine");
        assertEquals(
                expected(),
                converted(run(
                        FILE,
                        List.of(
                                shell.get(),
                                "-File",
                                "references/references.ps1",
                                "-KeyFile",
                                key.toString(),
                                "-In",
                                "IN",
                                "-Out",
                                "OUT",
                                "-Column",
                                "upn"))));
    }

    @Test
    void refusesAShortKeyAndAFileItCannotRead() throws Exception {
        assertNotEquals(0, exit(shell("a,b\n1,2\n")), "no such column");
        assertNotEquals(0, exit(shell("upn,b\n\"A801200001001\",2\n")), "quotes");
        assertNotEquals(0, exit(shell("upn,b\n,2\n")), "no number");
        assertFalse(Files.exists(folder.resolve("out.csv")), "nothing half done");
        Files.writeString(key, "short");
        assertNotEquals(0, exit(shell(FILE)), "a short key");
    }

    private Process shell(String file) throws IOException {
        return run(file, List.of("sh", "references/references.sh", key.toString(), "IN", "OUT", "upn"));
    }

    private Process run(String file, List<String> command) throws IOException {
        var in = Files.writeString(folder.resolve("in.csv"), file);
        var words = new ArrayList<String>();
        command.forEach(word -> words.add(
                word.equals("IN")
                        ? in.toString()
                        : word.equals("OUT") ? folder.resolve("out.csv").toString() : word));
        return new ProcessBuilder(words).redirectErrorStream(true).start();
    }

    private static int exit(Process process) throws Exception {
        process.getInputStream().readAllBytes();
        return process.waitFor();
    }

    private List<String> converted(Process process) throws Exception {
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return Files.readAllLines(folder.resolve("out.csv"));
    }

    private static List<String> expected() throws GeneralSecurityException {
        return List.of(
                "reference,cohort,measure,point,value,taken_on",
                reference("A801200001001") + ",7A,READING_AGE,BASELINE,101,2025-10-01",
                reference("X00180001701A") + ",7A,READING_AGE,BASELINE,99.5,2025-10-01",
                reference("STAFF-é-7") + ",7A,READING_AGE,BASELINE,100,2025-10-01");
    }

    private static String reference(String number) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(mac.doFinal(number.getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
