package no.forankring.identity;

/// The kinds of things whose names may mean the same. Names of two families never become one without a person.
public enum Family {
    NETWORK,
    LEARNING_NETWORK,
    /// Gatherings, conferences and the like: each happens in a year, and another year is another one.
    HAPPENING,
    /// Courses and e-learning, which go on.
    COURSE,
    PROJECT,
    /// Boards and groups within an organisation.
    BODY,
    ORGANIZATION,
    /// A goal: what it is the goal of is a part of what it is.
    GOAL,
    TARGET_GROUP,
    /// Whatever is known by its own key alone: roles, municipalities.
    OTHER;

    /// @param type the local name of a class of the vocabulary, as in `LearningNetwork`
    public static Family of(String type) {
        return switch (type) {
            case "Network" -> NETWORK;
            case "LearningNetwork" -> LEARNING_NETWORK;
            case "Activity", "Gathering", "Conference" -> HAPPENING;
            case "Course", "ELearning" -> COURSE;
            case "Project", "ResearchProject" -> PROJECT;
            case "Body" -> BODY;
            case "Organisation" -> ORGANIZATION;
            case "Goal" -> GOAL;
            case "TargetGroup" -> TARGET_GROUP;
            default -> OTHER;
        };
    }

    /// True where the name tells which it is, in whatever form it is written.
    boolean hasNames() {
        return this != GOAL && this != TARGET_GROUP && this != OTHER;
    }

    /// True where a person may be asked whether two are one.
    boolean isProposed() {
        return this != OTHER;
    }

    boolean isDated() {
        return this == HAPPENING;
    }
}
