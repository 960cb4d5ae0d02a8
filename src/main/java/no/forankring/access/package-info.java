/// Who may write? Local accounts and tokens, kept in the home folder.
@org.jspecify.annotations.NullMarked
package no.forankring.access;
