package no.forankring.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/// A login service of OpenID Connect in this process, which holds whoever comes for the person that a test says, and
/// hands out a token only for a code, the secret of the client and the verifier that fits its challenge.
public final class FakeIssuer implements AutoCloseable {

    public static final String CLIENT = "forankring-test";
    public static final String SECRET = "hemmelig for testen";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey foreignKey;
    private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();
    private volatile UnaryOperator<JWTClaimsSet.Builder> person = claims -> claims;
    private volatile boolean foreign;
    private volatile int status = 200;
    private volatile int requests;
    private volatile String calledItself = "";

    private FakeIssuer() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        foreignKey = new RSAKeyGenerator(2048).keyID("one").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, described()));
        server.createContext("/jwks", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
    }

    public static FakeIssuer start() {
        try {
            var issuer = new FakeIssuer();
            issuer.server.start();
            return issuer;
        } catch (IOException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /// How often anything was asked for.
    public int requests() {
        return requests;
    }

    /// Who comes next, as the claims of the ID token have it; what is not said is right.
    public void next(UnaryOperator<JWTClaimsSet.Builder> claims) {
        person = claims;
        foreign = false;
    }

    /// The same, signed with a key that is not the service's.
    public void nextForged(UnaryOperator<JWTClaimsSet.Builder> claims) {
        person = claims;
        foreign = true;
    }

    /// What it answers to everything; 200 is as it should be.
    public void answers(int next) {
        status = next;
    }

    /// What it says that its own address is; empty for the right one.
    public void calls(String itself) {
        calledItself = itself;
    }

    private String described() {
        var described = new LinkedHashMap<String, Object>();
        described.put("issuer", calledItself.isEmpty() ? address() : calledItself);
        described.put("authorization_endpoint", address() + "/authorize");
        described.put("token_endpoint", address() + "/token");
        described.put("jwks_uri", address() + "/jwks");
        described.put("response_types_supported", List.of("code"));
        described.put("subject_types_supported", List.of("pairwise"));
        described.put("id_token_signing_alg_values_supported", List.of("RS256"));
        described.put("token_endpoint_auth_methods_supported", List.of("client_secret_basic"));
        return JSON.writeValueAsString(described);
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = parameters(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        asked.put(code, query);
        exchange.getResponseHeaders()
                .add(
                        "Location",
                        "%s?code=%s&state=%s"
                                .formatted(
                                        query.get("redirect_uri"),
                                        code,
                                        URLEncoder.encode(query.get("state"), StandardCharsets.UTF_8)));
        requests++;
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form =
                parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> question = asked.remove(String.valueOf(form.get("code")));
        String basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString((CLIENT + ":" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8));
        if (question == null
                || !basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || !Objects.equals(question.get("redirect_uri"), form.get("redirect_uri"))
                || !Objects.equals(question.get("code_challenge"), challenge(form.get("code_verifier")))) {
            status = 400;
            answer(exchange, "{\"error\":\"invalid_grant\"}");
            status = 200;
            return;
        }
        Instant now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(address())
                .subject("aa-11")
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(120)))
                .claim("nonce", question.get("nonce"));
        var answer = new LinkedHashMap<String, Object>();
        answer.put("access_token", "unused");
        answer.put("token_type", "Bearer");
        answer.put("expires_in", 120);
        answer.put("id_token", signed(person.apply(claims).build()));
        answer(exchange, JSON.writeValueAsString(answer));
    }

    private String signed(JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims);
            token.sign(new RSASSASigner(foreign ? foreignKey : key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256")
                            .digest(String.valueOf(verifier).getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange, String body) throws IOException {
        requests++;
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /// Of a query or a form.
    public static Map<String, String> parameters(String encoded) {
        var parameters = new LinkedHashMap<String, String>();
        for (String one : encoded.split("&")) {
            String[] parts = one.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8));
        }
        return parameters;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
