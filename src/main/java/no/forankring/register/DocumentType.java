package no.forankring.register;

import java.util.Optional;

/// The kinds of governing documents, each with its code in the register and in ids.
public enum DocumentType {
    LAW("lov", "law"),
    AMENDING_LAW("endringslov", "law"),
    REGULATION("forskrift", "regulation"),
    WHITE_PAPER("meldst", "white_paper"),
    WHITE_PAPER_OLD("stmeld", "white_paper"),
    PROPOSITION("prop", "proposition"),
    PROPOSITION_OLD("otprp", "proposition"),
    /// St.prp., the budget and matters other than laws, until autumn 2009.
    BUDGET_PROPOSITION_OLD("stprp", "proposition"),
    RECOMMENDATION("innst", "recommendation"),
    LEGISLATIVE_DECISION("lovvedtak", "recommendation"),
    PARLIAMENT_DOCUMENT("dok", "parliament_document"),
    OFFICIAL_REPORT("nou", "nou"),
    STRATEGY("strategi", "strategy"),
    PLAN("plan", "plan"),
    PROGRAM("program", "plan"),
    REFORM("reform", "reform"),
    INITIATIVE("satsing", "plan"),
    PLATFORM("plattform", "plan"),
    EXPECTATIONS("forventninger", "plan"),
    GUIDELINE("retningslinje", "guideline"),
    GUIDANCE("veileder", "veileder"),
    NATIONAL_ADVICE("faglig-rad", "faglige_raad"),
    PATHWAY("forlop", "pakkeforlop"),
    CIRCULAR("rundskriv", "circular"),
    STANDARD("standard", "standard"),
    ASSIGNMENT("samfunnsoppdrag", "assignment"),
    REPORT("rapport", "report"),
    EU_ACT("eu", "international"),
    UN("fn", "international"),
    LOCAL("lokal", "local_plan"),
    /// A kind of local plan, not a document: "samfunnsdelen".
    LOCAL_KIND("plantype", "local_plan"),
    /// A name that covers several documents: "Tre meldinger".
    GROUP("paraply", "other"),
    /// A grant scheme: listed so that it is recognized, but not governing.
    GRANT("tilskudd", "other"),
    BOOKLET("hefte", "other");

    private final String code;
    private final String citeType;

    DocumentType(String code, String citeType) {
        this.code = code;
        this.citeType = citeType;
    }

    /// The code in the register's `type` field.
    public String code() {
        return code;
    }

    /// The coarse type that the `cite` command prints.
    public String citeType() {
        return citeType;
    }

    public static Optional<DocumentType> ofCode(String code) {
        for (DocumentType type : values()) {
            if (type.code.equals(code)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
