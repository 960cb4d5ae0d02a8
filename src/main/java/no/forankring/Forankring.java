package no.forankring;

/// The one entry point: a command when the first argument names one, else the service.
public final class Forankring {

    private Forankring() {}

    public static void main(String[] args) {
        System.out.println("x");
    }
}
