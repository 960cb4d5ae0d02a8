package no.forankring.extraction;

/// The kinds of things that are taken out of documents, named as in the vocabulary.
public enum EntityType {
    NETWORK("Network"),
    LEARNING_NETWORK("LearningNetwork"),
    ACTIVITY("Activity"),
    GATHERING("Gathering"),
    COURSE("Course"),
    CONFERENCE("Conference"),
    PROJECT("Project"),
    BODY("Body"),
    ORGANIZATION("Organisation"),
    MUNICIPALITY("Municipality"),
    COUNTY("County"),
    GOAL("Goal"),
    TARGET_GROUP("TargetGroup");

    private final String term;

    EntityType(String term) {
        this.term = term;
    }

    /// The class's name in `extract`'s output and its local name in the vocabulary.
    public String term() {
        return term;
    }
}
