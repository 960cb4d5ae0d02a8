package no.forankring.privacy;

import java.util.Random;

/// Makes numbers with right check digits, so that none needs to stand in the repository.
final class IdentityNumbers {

    private IdentityNumbers() {}

    /// @param day added to the day, 40 for a D-number
    /// @param month added to the month, 80 or 40 for a synthetic number
    static String of(Random random, int day, int month) {
        while (true) {
            String nine = "%02d%02d%02d%03d"
                    .formatted(
                            1 + random.nextInt(28) + day,
                            1 + random.nextInt(12) + month,
                            random.nextInt(100),
                            random.nextInt(1000));
            int first = check(nine, 3, 7, 6, 1, 8, 9, 4, 5, 2);
            int second = first == 10 ? 10 : check(nine + first, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2);
            if (first != 10 && second != 10) {
                return nine + first + second;
            }
        }
    }

    /// With a first check digit that leaves the remainder 1, 2 or 3, as numbers from 2032 may.
    static String from2032(Random random) {
        while (true) {
            String number = of(random, 0, 0);
            int first = number.charAt(9) - '0' + 1 + random.nextInt(3);
            if (first < 10) {
                String ten = number.substring(0, 9) + first;
                int second = check(ten, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2);
                if (second != 10) {
                    return ten + second;
                }
            }
        }
    }

    private static int check(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * Character.digit(digits.charAt(i), 10);
        }
        return (11 - sum % 11) % 11;
    }
}
