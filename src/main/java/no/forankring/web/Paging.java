package no.forankring.web;

import java.util.ArrayList;
import java.util.List;

/// Which page of a list is shown, and where the others are.
///
/// @param first the number of the first row shown, from 1; 0 for an empty list
/// @param last the number of the last row shown
/// @param pages addresses of the pages near this one, in order
record Paging(long total, int page, long first, long last, String previous, String next, List<Numbered> pages) {

    private static final int NEAR = 2;

    /// @param number 0 for a gap
    record Numbered(int number, String href, boolean current) {}

    /// @param address all but the page number, ending in `?` or `&`
    static Paging of(long total, int page, int size, String address) {
        int pageCount = (int) Math.max(1, (total + size - 1) / size);
        int current = Math.clamp(page, 1, pageCount);
        var pages = new ArrayList<Numbered>();
        for (int number = 1; number <= pageCount; number++) {
            if (number == 1 || number == pageCount || Math.abs(number - current) <= NEAR) {
                pages.add(new Numbered(number, address + "page=" + number, number == current));
            } else if (pages.getLast().number() != 0) {
                pages.add(new Numbered(0, "", false));
            }
        }
        return new Paging(
                total,
                current,
                total == 0 ? 0 : (current - 1L) * size + 1,
                Math.min(total, (long) current * size),
                current > 1 ? address + "page=" + (current - 1) : "",
                current < pageCount ? address + "page=" + (current + 1) : "",
                List.copyOf(pages));
    }

    /// The rows of this page, out of all.
    <T> List<T> cut(List<T> all) {
        return first == 0 ? List.of() : all.subList((int) first - 1, (int) last);
    }

    public boolean several() {
        return pages.size() > 1;
    }
}
