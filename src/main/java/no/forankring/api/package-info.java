/// The JSON interface, described at `/openapi`.
///
/// One controller per feature asks the doors through [ApiSources] and answers with records of its own, so that renaming
/// inside never breaks a client. Errors are problem details (RFC 9457) whose `detail` says what to do. Who may call
/// what
/// is decided in `no.forankring.web.SecurityConfiguration`: reading is open, uploads need a bearer token or a login.
@org.jspecify.annotations.NullMarked
package no.forankring.api;
