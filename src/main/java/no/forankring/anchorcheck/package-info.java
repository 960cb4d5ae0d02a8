/// Is this list of anchors right?
///
/// The door is [AnchorCheck]: it reads a mandate, or a list pasted from one, and says of each item what it names, what
/// is wrong with it and how it is written rightly. Pure: nothing is stored.
@org.jspecify.annotations.NullMarked
package no.forankring.anchorcheck;
