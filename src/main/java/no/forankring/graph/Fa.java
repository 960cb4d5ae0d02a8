package no.forankring.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// Our own terms, `https://w3id.org/forankring/ns#`. Each is defined in `ontology/forankring.ttl`; a test compares the
/// two.
public final class Fa {

    public static final String NS = "https://w3id.org/forankring/ns#";

    // Classes of governing documents; RegisterRdf knows which of them a type of the register has.
    public static final Node GoverningDocument = term("GoverningDocument");
    public static final Node Law = term("Law");
    public static final Node AmendingLaw = term("AmendingLaw");
    public static final Node Regulation = term("Regulation");
    public static final Node WhitePaper = term("WhitePaper");
    public static final Node Proposition = term("Proposition");
    public static final Node Recommendation = term("Recommendation");
    public static final Node LegislativeDecision = term("LegislativeDecision");
    public static final Node ParliamentDocument = term("ParliamentDocument");
    public static final Node OfficialReport = term("OfficialReport");
    public static final Node Strategy = term("Strategy");
    public static final Node Plan = term("Plan");
    public static final Node Program = term("Program");
    public static final Node Initiative = term("Initiative");
    public static final Node Platform = term("Platform");
    public static final Node Expectations = term("Expectations");
    public static final Node Reform = term("Reform");
    public static final Node Guideline = term("Guideline");
    public static final Node Guidance = term("Guidance");
    public static final Node NationalAdvice = term("NationalAdvice");
    public static final Node Pathway = term("Pathway");
    public static final Node Circular = term("Circular");
    public static final Node Standard = term("Standard");
    public static final Node Assignment = term("Assignment");
    public static final Node Report = term("Report");
    public static final Node Booklet = term("Booklet");
    public static final Node International = term("International");
    public static final Node LocalPlan = term("LocalPlan");
    public static final Node LocalPlanKind = term("LocalPlanKind");
    public static final Node DocumentGroup = term("DocumentGroup");
    public static final Node Grant = term("Grant");
    public static final Node Provision = term("Provision");

    // Classes of what documents speak of.
    public static final Node Organisation = term("Organisation");
    public static final Node Network = term("Network");
    public static final Node LearningNetwork = term("LearningNetwork");
    public static final Node Activity = term("Activity");
    public static final Node Gathering = term("Gathering");
    public static final Node Course = term("Course");
    public static final Node Conference = term("Conference");
    public static final Node Project = term("Project");
    public static final Node ELearning = term("ELearning");
    public static final Node ResearchProject = term("ResearchProject");
    /// A task or office without the person who has it.
    public static final Node Role = term("Role");
    public static final Node Body = term("Body");
    public static final Node Goal = term("Goal");
    public static final Node TargetGroup = term("TargetGroup");
    public static final Node Municipality = term("Municipality");
    public static final Node County = term("County");

    // Documents, passages and links.
    public static final Node Document = term("Document");
    public static final Node Passage = term("Passage");
    public static final Node Evidence = term("Evidence");
    public static final Node Link = term("Link");
    /// A mention that waits: several documents may be meant, or none is known.
    public static final Node StatusQuestion = term("StatusQuestion");
    public static final Node AmbiguousMention = term("AmbiguousMention");
    public static final Node UnresolvedMention = term("UnresolvedMention");
    public static final Node Judgment = term("Judgment");
    /// What was once decided and no longer holds, kept for the history.
    public static final Node PastJudgment = term("PastJudgment");
    /// That a second person shall read decisions again, without seeing them.
    public static final Node SecondReading = term("SecondReading");
    /// What the second person said.
    public static final Node SecondOpinion = term("SecondOpinion");
    /// How far a person has come in the review, and how that person reviews.
    public static final Node ReviewPlace = term("ReviewPlace");
    /// A spelling that a person has accepted as a name of a governing document.
    public static final Node LearnedAlias = term("LearnedAlias");
    /// How many places of one kind a document withholds.
    public static final Node Withheld = term("Withheld");
    /// That a file could not be read, and so is not searched.
    public static final Node UnreadFile = term("UnreadFile");
    /// That a person released personal data in a document.
    public static final Node Release = term("Release");
    /// That a document names a thing so.
    public static final Node Naming = term("Naming");
    public static final Node IdentityDecision = term("IdentityDecision");
    /// What a merge moved, so that it can be restored.
    public static final Node MovedStatement = term("MovedStatement");
    /// Numbers of one document that do not agree.
    public static final Node Finding = term("Finding");
    public static final Node Dismissal = term("Dismissal");

    // Relations that matter: subject and object are things, each stated by a Link with evidence.
    public static final Node cites = term("cites");
    public static final Node anchoredIn = term("anchoredIn");
    public static final Node fulfils = term("fulfils");
    public static final Node hasGoal = term("hasGoal");
    public static final Node contributesTo = term("contributesTo");
    public static final Node partOf = term("partOf");
    public static final Node organisedBy = term("organisedBy");
    public static final Node participant = term("participant");
    public static final Node targetGroup = term("targetGroup");
    public static final Node takesPlaceAt = term("takesPlaceAt");
    public static final Node evaluates = term("evaluates");

    // Between governing documents: ways of growing old that must not be mixed up.
    public static final Node replaces = term("replaces");
    public static final Node replacedBy = term("replacedBy");
    public static final Node revises = term("revises");
    public static final Node continues = term("continues");
    public static final Node renames = term("renames");
    public static final Node basedOn = term("basedOn");
    public static final Node followsUp = term("followsUp");

    // Of a link.
    /// The class of Automatic, Suggested, Confirmed and Rejected.
    public static final Node Status = term("Status");
    /// The class of the steps of the ladder.
    public static final Node Strength = term("Strength");
    /// Automatic, Suggested, Confirmed or Rejected.
    public static final Node status = term("status");
    public static final Node Automatic = term("Automatic");
    public static final Node Suggested = term("Suggested");
    public static final Node Confirmed = term("Confirmed");
    public static final Node Rejected = term("Rejected");
    /// Named, Anchored, Planned, CarriedOut, Evaluated or EffectMeasured.
    public static final Node strength = term("strength");
    public static final Node Named = term("Named");
    public static final Node Anchored = term("Anchored");
    public static final Node Planned = term("Planned");
    public static final Node CarriedOut = term("CarriedOut");
    public static final Node Evaluated = term("Evaluated");
    public static final Node EffectMeasured = term("EffectMeasured");
    /// On a step: its place on the ladder, from 1 for Named to 6 for EffectMeasured.
    public static final Node rank = term("rank");
    /// xsd:decimal between 0 and 1.
    public static final Node confidence = term("confidence");
    /// From a link or a mention to its evidence.
    public static final Node evidence = term("evidence");
    /// From a suggested link to the mention that it reads.
    public static final Node mention = term("mention");
    /// On evidence: the rule's name, xsd:string.
    public static final Node rule = term("rule");
    /// On evidence and suggested links: the explanation, in bokmål.
    public static final Node reason = term("reason");
    /// On evidence: the provision that these words cite.
    public static final Node provision = term("provision");
    /// On a provision: its written form, as in "§ 4-1 tredje ledd".
    public static final Node pinpoint = term("pinpoint");

    // Of what people enter and correct.
    /// That a person entered something: who, when, why.
    public static final Node Entry = term("Entry");
    /// That a thing's property (rdf:subject, rdf:predicate) has the value that a person gave (rdf:object), whatever
    /// documents say; without a value, that it has none.
    public static final Node Correction = term("Correction");
    /// That a thing (rdf:subject), or a statement of it, is no longer in use.
    public static final Node Retirement = term("Retirement");
    /// planned, ongoing, carriedOut, postponed or cancelled, xsd:string.
    public static final Node progress = term("progress");

    // Of a judgment.
    /// From a judgment to the link that it is about.
    public static final Node judges = term("judges");
    /// accepted, rejected or unsure, xsd:string.
    public static final Node verdict = term("verdict");

    /// From a past judgment to what it was about.
    public static final Node judged = term("judged");
    /// On a judgment or an opinion: the words that it is about, in lower case with single spaces, xsd:string.
    public static final Node words = term("words");
    /// On a judgment: the passage in which the words stand.
    public static final Node inPassage = term("inPassage");
    /// On judgments that were given in one answer, and are taken back together: the answer's name, xsd:string.
    public static final Node together = term("together");
    /// From a second reading to each link or mention whose judgment shall be read again.
    public static final Node readsAgain = term("readsAgain");
    /// From an opinion to the judgment that it was given beside.
    public static final Node opinionOf = term("opinionOf");
    /// From an opinion to the judgment with which it disagrees, until somebody settles it.
    public static final Node disputes = term("disputes");
    /// From an opinion to the link that its person would accept in place of the judged one.
    public static final Node instead = term("instead");
    /// From an opinion to the judgment that settled the disagreement.
    public static final Node settledBy = term("settledBy");
    /// On a second reading and a place: which part of what waits, as in the address of the page, xsd:string.
    public static final Node scope = term("scope");
    /// On a place: the name of the item looked at last, xsd:string.
    public static final Node item = term("item");
    /// On a place: false where the person has switched the single-key shortcuts off.
    public static final Node singleKeys = term("singleKeys");

    // Of a learned alias.
    /// The organisation in whose documents alone it counts; none where it counts in all.
    public static final Node owner = term("owner");

    // Of personal data.
    /// From a document to what it withholds of each kind.
    public static final Node withheld = term("withheld");
    /// e-mail, telephone, name …: xsd:string.
    public static final Node dataKind = term("dataKind");
    public static final Node count = term("count");
    /// From a release to the document in which it counts.
    public static final Node releasedIn = term("releasedIn");
    /// On a release: a keyed hash of what is released, xsd:string.
    public static final Node fingerprint = term("fingerprint");
    /// On a document: under which rules and releases it was read, xsd:string.
    public static final Node disclosure = term("disclosure");
    // Of a naming and of decisions about identity.
    public static final Node names = term("names");
    /// The address that the name alone gives.
    public static final Node ownAddress = term("ownAddress");
    /// The thing that it would name if nobody had merged anything.
    public static final Node byItself = term("byItself");
    /// The class that the document's words give it.
    public static final Node namedType = term("namedType");
    /// The name in one form for all ways of writing it, xsd:string.
    public static final Node nameKey = term("nameKey");
    public static final Node belongsTo = term("belongsTo");
    public static final Node within = term("within");
    public static final Node namedGoal = term("namedGoal");
    public static final Node kept = term("kept");
    public static final Node other = term("other");
    /// On a moved statement: the other thing had no such statement before.
    public static final Node added = term("added");

    // Of a finding.
    /// share, share-of, sum, list, items, gatherings, column, distribution or total, xsd:string.
    public static final Node findingKind = term("findingKind");
    /// The words that say the one number.
    public static final Node claim = term("claim");
    /// The words that say the other.
    public static final Node counter = term("counter");
    public static final Node dismisses = term("dismisses");

    // Of a document or passage.
    public static final Node sha256 = term("sha256");
    public static final Node fileName = term("fileName");
    /// The path under which it was taken in; the same path later is a new version.
    public static final Node source = term("source");
    public static final Node version = term("version");
    public static final Node pages = term("pages");
    public static final Node passages = term("passages");
    /// mandat, årsrapport, strategi …: xsd:string, the kind of document by its own words.
    public static final Node documentKind = term("documentKind");
    public static final Node text = term("text");
    public static final Node page = term("page");
    public static final Node section = term("section");
    public static final Node ordinal = term("ordinal");
    public static final Node passageKind = term("passageKind");

    // Of a governing document.
    public static final Node number = term("number");
    public static final Node session = term("session");
    public static final Node inForceFrom = term("inForceFrom");
    public static final Node inForceTo = term("inForceTo");
    /// verified, from memory, uncertain or unlisted, xsd:string.
    public static final Node certainty = term("certainty");
    /// A field of the register that was checked against a source: `title`, `number` …, xsd:string.
    public static final Node checkedField = term("checkedField");
    public static final Node issuer = term("issuer");

    // Of an entity.
    public static final Node year = term("year");
    public static final Node participants = term("participants");
    public static final Node municipalities = term("municipalities");
    public static final Node teams = term("teams");
    public static final Node gatherings = term("gatherings");
    public static final Node gatheringsPerYear = term("gatheringsPerYear");
    public static final Node webinars = term("webinars");
    public static final Node meetings = term("meetings");
    public static final Node respondents = term("respondents");
    /// Per cent of those asked who answered.
    public static final Node responseShare = term("responseShare");
    public static final Node score = term("score");
    public static final Node participantsPerGathering = term("participantsPerGathering");
    public static final Node webinarsPerYear = term("webinarsPerYear");
    public static final Node courses = term("courses");
    public static final Node meetingsPerYear = term("meetingsPerYear");
    public static final Node meetingsPerSemester = term("meetingsPerSemester");
    public static final Node registered = term("registered");
    public static final Node invited = term("invited");
    /// On a goal: goal, sub-goal, purpose, learning-outcome or focus-area, xsd:string.
    public static final Node goalKind = term("goalKind");

    // Of a municipality or county.
    public static final Node code = term("code");
    public static final Node validFrom = term("validFrom");
    public static final Node validTo = term("validTo");

    // Of the store itself.
    /// On the provenance graph: the number of the last change applied, xsd:long.
    public static final Node lastChange = term("lastChange");

    private Fa() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
