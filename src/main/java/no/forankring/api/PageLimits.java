package no.forankring.api;

import java.util.List;

/// A page of a list, as asked for by `page` and `size`.
record PageLimits(int page, int size) {

    PageLimits {
        if (page < 1) {
            throw ApiProblem.invalid("page teller fra 1, men var %d.".formatted(page));
        }
        if (size < 1 || size > 100) {
            throw ApiProblem.invalid("size er fra 1 til 100, men var %d.".formatted(size));
        }
    }

    <T> List<T> cut(List<T> all) {
        long from = Math.min((page - 1L) * size, all.size());
        return all.subList((int) from, (int) Math.min(from + size, all.size()));
    }
}
