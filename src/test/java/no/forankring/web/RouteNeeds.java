package no.forankring.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The routes of an application as it runs, and what the table of access rules says of them.
public final class RouteNeeds {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private RouteNeeds() {}

    /// @param pattern as in `/dokumenter/{id}`
    /// @param parameters what it takes behind the question mark or in a form
    public record Route(String method, String pattern, List<String> parameters) {

        @Override
        public String toString() {
            return method + " " + pattern;
        }

        /// With something in place of each variable.
        public String path(String instead) {
            return pattern.replaceAll("\\{[^}]+}", instead);
        }

        public boolean reads() {
            return READING.contains(method);
        }
    }

    /// Every route that a controller has mapped; one that names no method answers reading.
    public static List<Route> of(ApplicationContext context) {
        var routes = new ArrayList<Route>();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((info, handler) -> {
                    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                    List<String> parameters = parameters(handler);
                    for (String pattern : info.getPatternValues()) {
                        if (methods.isEmpty()) {
                            routes.add(new Route("GET", pattern, parameters));
                        }
                        methods.forEach(method -> routes.add(new Route(method.name(), pattern, parameters)));
                    }
                });
        return routes;
    }

    private static List<String> parameters(HandlerMethod handler) {
        var names = new ArrayList<String>();
        for (var parameter : handler.getMethod().getParameters()) {
            RequestParam declared = parameter.getAnnotation(RequestParam.class);
            if (declared != null) {
                String name = declared.name().isEmpty() ? declared.value() : declared.name();
                names.add(name.isEmpty() ? parameter.getName() : name);
            }
        }
        return names;
    }

    /// Those that change something and that no rule names.
    public static Set<String> unnamed(ApplicationContext context) {
        var named = new TreeSet<String>();
        for (AccessRules.Rule rule : context.getBean(AccessRules.class).table()) {
            for (String method : rule.method() == null
                    ? List.of("GET", "POST", "PUT", "PATCH", "DELETE")
                    : List.of(rule.method().name())) {
                named.add(method + " " + shape(rule.pattern()));
            }
        }
        var unnamed = new TreeSet<String>();
        for (Route route : of(context)) {
            String wanted = route.method() + " " + shape(route.pattern());
            if (!route.reads() && !named.contains(wanted)) {
                unnamed.add(wanted);
            }
        }
        return unnamed;
    }

    /// The routes that strangers have where reading needs a login.
    public static Set<String> openWithoutLogin(ApplicationContext context) {
        var open = new TreeSet<String>();
        for (Route route : of(context)) {
            if (isOpenWithoutLogin(route.method(), route.path("x"))) {
                open.add(route.toString());
            }
        }
        return open;
    }

    public static boolean isOpenWithoutLogin(String method, String path) {
        var rules = new AccessRules(false, document -> Optional.empty());
        var request = new MockHttpServletRequest(method, path.replaceAll("\\?.*", ""));
        return rules.allows(null, request);
    }

    /// What the table says, by method and pattern, of routes that do not only read.
    public static TreeMap<String, String> needs(ApplicationContext context) {
        var needs = new TreeMap<String, String>();
        for (AccessRules.Rule rule : context.getBean(AccessRules.class).table()) {
            needs.putIfAbsent(
                    (rule.method() == null ? "*" : rule.method().name()) + " " + rule.pattern(),
                    rule.need().name());
        }
        return needs;
    }

    /// However the variables are called.
    private static String shape(String pattern) {
        return pattern.replaceAll("\\{[^*}]+}", "{}").replaceAll("\\{\\*[^}]+}", "{*}");
    }
}
