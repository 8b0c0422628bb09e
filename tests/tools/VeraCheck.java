import java.io.FileInputStream;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Says of each file whether it is PDF/UA-1, and which clauses it breaks how often. */
public class VeraCheck {
    private static final int FAILURES_SHOWN = 10000;

    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean allPass = true;
        for (String file : files) {
            allPass &= passes(file);
        }
        System.exit(allPass ? 0 : 1);
    }

    private static boolean passes(String file) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.fromString("ua1");
        try (FileInputStream stream = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(stream, flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance()
                                .createValidator(flavour, FAILURES_SHOWN, false, false, false)) {
            ValidationResult result = validator.validate(parser);
            String verdict = result.isCompliant() ? "PASS" : "FAIL";
            System.out.printf("%s %s (%d checks)%n", verdict, file, result.getTotalAssertions());
            Map<String, Integer> broken = new TreeMap<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    String clause = assertion.getRuleId().getClause()
                            + "-" + assertion.getRuleId().getTestNumber()
                            + ": " + assertion.getMessage();
                    broken.merge(clause, 1, Integer::sum);
                }
            }
            broken.forEach((clause, times) -> System.out.printf("    %s (x%d)%n", clause, times));
            return result.isCompliant();
        }
    }
}
