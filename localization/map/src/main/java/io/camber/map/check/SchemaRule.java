package io.camber.map.check;

import io.camber.map.xml.XmlElement;
import java.util.List;

/**
 * The form of the file: required children and attributes, and what attributes may hold. The form is that which all versions
 * from 1.4 on share; see {@link ElementForm}.
 */
final class SchemaRule implements Rule {
  private static final String ID = "asam.net:xodr:1.0.0:xml.valid_schema";
  private static final ElementForms FORMS = ElementForms.load();

  @Override
  public List<String> ids() {
    return List.of(ID);
  }

  @Override
  public void check(Subject subject, Findings findings) {
    check(subject.root(), findings);
  }

  private static void check(XmlElement element, Findings findings) {
    FORMS
        .find(element)
        .ifPresent(form -> form.check(element, problem -> findings.error(ID, element, problem)));
    for (XmlElement child : element.children()) {
      if (!child.name().equals("userData")) {
        check(child, findings);
      }
    }
  }
}
