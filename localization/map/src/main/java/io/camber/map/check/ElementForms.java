package io.camber.map.check;

import io.camber.map.xml.XmlElement;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The forms of all elements, read from {@code elements.txt} beside this class, which explains itself. */
final class ElementForms {
  /** By the name of the parent, then by that of the element. */
  private final Map<String, Map<String, ElementForm>> forms = new HashMap<>();

  private ElementForms() {}

  static ElementForms load() {
    ElementForms all = new ElementForms();
    try (InputStream in =
            Objects.requireNonNull(ElementForms.class.getResourceAsStream("elements.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(all::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private void add(String line) {
    String[] words = line.trim().split("\\s+", 2);
    int slash = words[0].indexOf('/');
    forms
        .computeIfAbsent(words[0].substring(0, slash), parent -> new HashMap<>())
        .put(words[0].substring(slash + 1), ElementForm.parse(words.length > 1 ? words[1] : ""));
  }

  /** The form by parent and name, such as {@code road/type}. */
  Optional<ElementForm> find(XmlElement element) {
    String parent = element.parent().map(XmlElement::name).orElse("");
    return Optional.ofNullable(forms.getOrDefault(parent, Map.of()).get(element.name()));
  }
}
