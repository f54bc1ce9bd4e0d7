package org.tulpar.server.payara;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.tulpar.server.machine.Refusal;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The domain's configuration file, changed while the server is down: saying the same thing twice
 * leaves one element. Written in one step, so that a killed launcher leaves a whole file.
 */
public final class DomainXml {

  private final Path file;
  private final Document document;

  public DomainXml(Path file) {
    this.file = file;
    try {
      this.document =
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new Refusal(
          "The server's configuration %s is unreadable: remove its directory %s, it is made again."
              .formatted(file, file.getParent().getParent()),
          e);
    }
  }

  public Element root() {
    return document.getDocumentElement();
  }

  /** The configuration of the running server, not the template for others. */
  public Element server() {
    return named(child(root(), "configs"), "config", "name", "server-config");
  }

  /** The first child of that name; made if missing. */
  public Element child(Element parent, String tag) {
    return children(parent, tag).stream().findFirst().orElseGet(() -> append(parent, tag));
  }

  /** The child of that name whose attribute has the value; made if missing. */
  public Element named(Element parent, String tag, String attribute, String value) {
    return children(parent, tag).stream()
        .filter(element -> element.getAttribute(attribute).equals(value))
        .findFirst()
        .orElseGet(() -> set(append(parent, tag), attribute, value));
  }

  /** Sets attributes given as name, value, name, value. */
  public Element set(Element element, String... pairs) {
    for (int i = 0; i < pairs.length; i += 2) {
      element.setAttribute(pairs[i], pairs[i + 1]);
    }
    return element;
  }

  public void property(Element parent, String name, String value) {
    set(named(parent, "property", "name", name), "value", value);
  }

  public List<Element> children(Element parent, String tag) {
    var found = new ArrayList<Element>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(tag)) {
        found.add(element);
      }
    }
    return found;
  }

  public void remove(Element parent, String tag, String attribute, String value) {
    for (var element : children(parent, tag)) {
      if (element.getAttribute(attribute).equals(value)) {
        parent.removeChild(element);
      }
    }
  }

  public Element append(Element parent, String tag) {
    var element = document.createElement(tag);
    parent.appendChild(element);
    return element;
  }

  public void write() {
    var fresh = file.resolveSibling("domain.xml.new");
    try {
      var transformer = TransformerFactory.newInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
      transformer.transform(new DOMSource(document), new StreamResult(fresh.toFile()));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | TransformerException e) {
      throw new Refusal("Cannot write %s: %s.".formatted(file, e.getMessage()), e);
    }
  }
}
