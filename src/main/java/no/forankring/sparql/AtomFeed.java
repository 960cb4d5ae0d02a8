package no.forankring.sparql;

import java.io.StringWriter;
import java.time.Instant;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes an Atom feed (RFC 4287): its head when it is made, then its entries, then [#text].
public final class AtomFeed {

    /// What a feed is served as.
    public static final String TYPE = "application/atom+xml;charset=UTF-8";

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final String AUTHOR = "Forankring";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    /// @param language of the titles, as `nb`
    /// @param self the feed's own address, which is its id too
    /// @param page the address of the same for people
    public AtomFeed(String language, String title, String self, String page, Instant updated)
            throws XMLStreamException {
        xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeAttribute("xml:lang", language);
        element("title", title);
        element("id", self);
        element("updated", updated.toString());
        xml.writeStartElement("author");
        element("name", AUTHOR);
        xml.writeEndElement();
        link("self", self);
        link("alternate", page);
    }

    /// @param page the address of what the entry tells of, for people
    public void entry(String title, String id, Instant updated, String page, String summary) throws XMLStreamException {
        entry(title, id, updated, page, "", summary);
    }

    /// @param category a term of the entry; empty for none
    public void entry(String title, String id, Instant updated, String page, String category, String summary)
            throws XMLStreamException {
        xml.writeStartElement("entry");
        element("title", title);
        element("id", id);
        element("updated", updated.toString());
        link("alternate", page);
        if (!category.isEmpty()) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", category);
        }
        element("summary", summary);
        xml.writeEndElement();
    }

    /// The whole feed; nothing can be added afterwards.
    public String text() throws XMLStreamException {
        xml.writeEndElement();
        xml.writeEndDocument();
        return text.toString();
    }

    private void element(String name, String content) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(clean(content));
        xml.writeEndElement();
    }

    private void link(String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", clean(address));
    }

    /// What XML cannot hold becomes spaces.
    private static String clean(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == '\n' || c == '\t' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c > 0xFFFF
                        ? c
                        : ' ')
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
