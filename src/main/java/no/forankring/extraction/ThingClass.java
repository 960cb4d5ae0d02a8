package no.forankring.extraction;

import java.util.Set;

/// Which classes count as the same when what was taken out is compared with what people have marked.
final class ThingClass {

    private static final Set<String> ACTIVITIES = Set.of(
            "Gathering",
            "Course",
            "Conference",
            "Seminar",
            "Webinar",
            "Workshop",
            "Meeting",
            "DialogueMeeting",
            "Event");
    private static final Set<String> NETWORKS = Set.of("Network", "LearningNetwork");
    private static final Set<String> DOINGS = Set.of("Activity", "ELearning", "Project", "ResearchProject");
    private static final Set<String> BODIES = Set.of("Organisation", "Body");
    private static final Set<String> PLACES = Set.of("Municipality", "County");

    private ThingClass() {}

    /// A gathering, a course and a conference are activities; any other class is itself.
    static String of(String term) {
        return ACTIVITIES.contains(term) ? "Activity" : term;
    }

    /// Classes that are mistaken for each other with little harm: learning network and network, project and activity,
    /// body and organisation.
    static String kin(String term) {
        String of = of(term);
        return NETWORKS.contains(of) ? "Network" : DOINGS.contains(of) ? "Activity" : BODIES.contains(of) ? "Body" : of;
    }

    static boolean isPlace(String term) {
        return PLACES.contains(term);
    }

    /// Things whose names are proper names: one word in common proves nothing.
    static boolean isProper(String term) {
        return PLACES.contains(term) || term.equals("Organisation");
    }
}
