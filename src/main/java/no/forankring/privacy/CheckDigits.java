package no.forankring.privacy;

/// The check digits of Norwegian numbers, all modulus 11.
final class CheckDigits {

    private static final int[] FIRST = {3, 7, 6, 1, 8, 9, 4, 5, 2, 1};
    private static final int[] SECOND = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
    private static final int[] ORGANISATION = {3, 2, 7, 6, 5, 4, 3, 2, 1};
    /// Remainders of the first check digit that numbers given out from 1 January 2032 may have.
    private static final int MOST_REMAINDER_FROM_2032 = 3;
    private static final int D_NUMBER = 40;
    private static final int[] SYNTHETIC_MONTHS = {40, 65, 80};

    private CheckDigits() {}

    /// What eleven digits are as an identity number.
    enum Identity {
        NONE,
        REAL,
        SYNTHETIC
    }

    /// Reads eleven digits as a fødselsnummer or D-number, by today's rule or that from 2032.
    static Identity identity(String digits) {
        if (digits.length() != 11) {
            return Identity.NONE;
        }
        int day = number(digits, 0);
        int month = number(digits, 2);
        boolean synthetic = false;
        for (int added : SYNTHETIC_MONTHS) {
            if (month > added && month <= added + 12) {
                month -= added;
                synthetic = true;
                break;
            }
        }
        if (day > D_NUMBER) {
            day -= D_NUMBER;
        }
        if (day < 1
                || day > daysOf(month)
                || remainder(digits, FIRST) > MOST_REMAINDER_FROM_2032
                || remainder(digits, SECOND) != 0) {
            return Identity.NONE;
        }
        return synthetic ? Identity.SYNTHETIC : Identity.REAL;
    }

    static boolean isBankAccount(String digits) {
        return digits.length() == 11 && !digits.startsWith("0000") && remainder(digits, SECOND) == 0;
    }

    static boolean isOrganisation(String digits) {
        return digits.length() == 9
                && (digits.charAt(0) == '8' || digits.charAt(0) == '9')
                && remainder(digits, ORGANISATION) == 0;
    }

    private static int number(String digits, int at) {
        return 10 * (digits.charAt(at) - '0') + digits.charAt(at + 1) - '0';
    }

    private static int daysOf(int month) {
        return switch (month) {
            case 1, 3, 5, 7, 8, 10, 12 -> 31;
            case 4, 6, 9, 11 -> 30;
            // The year of the century is not enough to know the century.
            case 2 -> 29;
            default -> 0;
        };
    }

    private static int remainder(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return sum % 11;
    }
}
