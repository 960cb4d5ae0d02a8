package no.forankring.sparql;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import java.util.Iterator;
import java.util.Set;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.RIOT;
import org.apache.jena.riot.SysRIOT;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.streammgr.StreamManager;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sys.JenaSystem;
import org.jspecify.annotations.Nullable;

/// Takes from ARQ all that reaches outside the graph: other servers, files, classes by name, the process's settings.
///
/// ARQ's own defaults trust the one who asks. Here anybody may ask, so only functions on a list are left, and
/// nothing is ever fetched. Run once, before the first query; running it again changes nothing.
final class SafeArq {

    private static final String XPATH = ARQConstants.fnPrefix;
    private static final String MATH = ARQConstants.mathPrefix;
    private static final String CASTS = "http://www.w3.org/2001/XMLSchema#";

    // fn:error stops nothing useful; the others have keyword forms (REGEX, REPLACE, CONCAT) that are guarded.
    private static final Set<String> LEFT_OUT =
            Set.of(XPATH + "error", XPATH + "matches", XPATH + "replace", XPATH + "concat", XPATH + "format-number");

    // Of ARQ's own library, which is loaded by class name, those that only compute on their arguments.
    private static final Set<String> HARMLESS =
            Set.of("localname", "namespace", "now", "sqrt", "pi", "e", "min", "max");

    private static boolean hardened;

    private SafeArq() {}

    static synchronized void harden() {
        if (hardened) {
            return;
        }
        JenaSystem.init();
        ARQ.globalServiceAllowed = false;
        ARQ.allowServiceDefault = false;
        ARQ.getContext().set(ARQ.httpServiceAllowed, false);
        // Sorting and grouping hold this many rows in memory and go on in temporary files.
        ARQ.getContext().set(ARQ.spillToDiskThreshold, 10_000L);

        var nowhere = new StreamManager();
        StreamManager.setGlobal(nowhere);
        ARQ.getContext().set(SysRIOT.sysStreamManager, nowhere);
        RIOT.getContext().set(SysRIOT.sysStreamManager, nowhere);

        var jsonLd = new JsonLdOptions();
        jsonLd.setDocumentLoader((url, options) -> {
            throw new JsonLdError(
                    JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED,
                    "Ingenting hentes fra andre steder. Legg konteksten inn i selve dokumentet.");
        });
        ARQ.getContext().set(LangJSONLD11.JSONLD_OPTIONS, jsonLd);
        RIOT.getContext().set(LangJSONLD11.JSONLD_OPTIONS, jsonLd);

        FunctionRegistry.set(ARQ.getContext(), functions(FunctionRegistry.get()));
        PropertyFunctionRegistry.set(ARQ.getContext(), propertyFunctions(PropertyFunctionRegistry.get()));
        // Unknown functions are refused before anything runs, so there is nothing to warn about.
        E_Function.WarnOnUnknownFunction = false;
        hardened = true;
    }

    /// True when queries may call the function.
    static boolean allowsFunction(String iri) {
        return FunctionRegistry.get().isRegistered(iri);
    }

    private static FunctionRegistry functions(FunctionRegistry all) {
        var safe = new RegisteredFunctions();
        for (Iterator<String> names = all.keys(); names.hasNext(); ) {
            String name = names.next();
            FunctionFactory factory = all.get(name);
            if (factory != null
                    && !LEFT_OUT.contains(name)
                    && (name.startsWith(XPATH) || name.startsWith(MATH) || name.startsWith(CASTS))) {
                safe.put(name, factory);
            }
        }
        for (String name : HARMLESS) {
            FunctionFactory factory = all.get(ARQConstants.ARQFunctionLibraryURI + name);
            if (factory != null) {
                safe.put(ARQConstants.ARQFunctionLibraryURI + name, factory);
            }
        }
        return safe;
    }

    private static PropertyFunctionRegistry propertyFunctions(PropertyFunctionRegistry all) {
        var safe = new RegisteredPropertyFunctions();
        // list:member, list:index, list:length and rdfs:member.
        for (Iterator<String> names = all.keys(); names.hasNext(); ) {
            String name = names.next();
            PropertyFunctionFactory factory = all.get(name);
            if (factory != null) {
                safe.put(name, factory);
            }
        }
        safe.put(TextSearch.IRI, name -> new TextSearch());
        return safe;
    }

    /// ARQ's registry loads a class when it does not know a name; this one does not.
    private static final class RegisteredFunctions extends FunctionRegistry {
        @Override
        public @Nullable FunctionFactory get(String uri) {
            return isRegistered(uri) ? super.get(uri) : null;
        }
    }

    private static final class RegisteredPropertyFunctions extends PropertyFunctionRegistry {
        @Override
        public boolean manages(String uri) {
            return isRegistered(uri);
        }

        @Override
        public @Nullable PropertyFunctionFactory get(String uri) {
            return isRegistered(uri) ? super.get(uri) : null;
        }
    }
}
