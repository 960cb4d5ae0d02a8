package no.forankring.extraction;

/// The kinds of things that are taken out of documents, named as in the vocabulary.
public enum EntityType {
    NETWORK("Network", "Network"),
    LEARNING_NETWORK("LearningNetwork", "LearningNetwork"),
    ACTIVITY("Activity", "Activity"),
    GATHERING("Gathering", "Activity"),
    COURSE("Course", "Activity"),
    CONFERENCE("Conference", "Activity"),
    E_LEARNING("ELearning", "ELearning"),
    PROJECT("Project", "Project"),
    RESEARCH_PROJECT("ResearchProject", "ResearchProject"),
    BODY("Body", "Body"),
    ORGANIZATION("Organisation", "Organisation"),
    MUNICIPALITY("Municipality", "Municipality"),
    COUNTY("County", "County"),
    ROLE("Role", "Role"),
    GOAL("Goal", "Goal"),
    TARGET_GROUP("TargetGroup", "TargetGroup"),
    /// A plan, strategy or programme that the document itself is, as what rests on other documents.
    LOCAL_PLAN("LocalPlan", "LocalPlan");

    private final String term;
    private final String classTerm;

    EntityType(String term, String classTerm) {
        this.term = term;
        this.classTerm = classTerm;
    }

    /// The local name in the vocabulary, as fine as we know it: `Gathering`.
    public String term() {
        return term;
    }

    /// The class in `extract`'s table, where gatherings, courses and conferences are all `Activity`.
    public String classTerm() {
        return classTerm;
    }

    public boolean isNetwork() {
        return this == NETWORK || this == LEARNING_NETWORK;
    }

    public boolean isProject() {
        return this == PROJECT || this == RESEARCH_PROJECT;
    }

    /// Something that is held: a gathering, a course, a project …
    public boolean isActivity() {
        return switch (this) {
            case ACTIVITY, GATHERING, COURSE, CONFERENCE, E_LEARNING, PROJECT, RESEARCH_PROJECT -> true;
            default -> false;
        };
    }

    /// Somebody who can run or attend a thing.
    public boolean isAgent() {
        return this == ORGANIZATION || this == MUNICIPALITY || this == COUNTY || this == BODY || this == ROLE;
    }
}
