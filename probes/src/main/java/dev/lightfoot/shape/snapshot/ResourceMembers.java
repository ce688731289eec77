package dev.lightfoot.shape.snapshot;

import static dev.lightfoot.shape.snapshot.Kinds.FLAG;
import static dev.lightfoot.shape.snapshot.Kinds.NANOS;
import static dev.lightfoot.shape.snapshot.Kinds.WORD;
import static dev.lightfoot.shape.snapshot.Kinds.label;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.page.Party;
import dev.lightfoot.model.page.Priority;
import dev.lightfoot.model.page.PriorityChange;
import dev.lightfoot.model.page.Resource;
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.shape.Kind;
import dev.lightfoot.shape.Member;
import dev.lightfoot.shape.Members;
import dev.lightfoot.shape.Missing;
import dev.lightfoot.shape.Shape;
import dev.lightfoot.shape.Values;
import java.util.List;
import java.util.Optional;

/// The members of an exchange that say what part it has in a page.
record ResourceMembers(
    Member<Exchange, Optional<ResourceType>> type,
    Member<Exchange, Optional<Priority>> priority,
    Member<Exchange, List<PriorityChange>> changes,
    Member<Exchange, Optional<Boolean>> renderBlocking,
    Member<Exchange, Optional<Party>> party,
    Member<Exchange, Optional<String>> deliveryType) {

  private static final Kind<Priority> PRIORITY =
      label(Priority.class, Priority::label, "highest, high, medium, low or lowest is expected");

  private static final Shape<PriorityChange> CHANGE =
      Shape.of(
          "priorityChange",
          "A request became more or less urgent after it was made.",
          members -> {
            var at = members.required("atNanos", NANOS, PriorityChange::atNanos);
            var priority = members.required("priority", PRIORITY, PriorityChange::priority);
            return values -> new PriorityChange(values.get(at), values.get(priority));
          });

  static ResourceMembers of(Members<Exchange> members) {
    return new ResourceMembers(
        members
            .ifAny(
                "resourceType",
                label(
                    ResourceType.class,
                    ResourceType::label,
                    "document, stylesheet, script, image, font, media, fetch, manifest or other is"
                        + " expected"),
                exchange -> exchange.resource().type())
            .says("What the page uses it for."),
        members
            .ifAny("priority", PRIORITY, exchange -> exchange.resource().priority())
            .says("How urgent it was when it was asked for."),
        members.implied(
            "priorityChanges",
            CHANGE.part().list(),
            exchange -> exchange.resource().priorityChanges(),
            List.of()),
        members
            .ifAny("renderBlocking", FLAG, exchange -> exchange.resource().renderBlocking())
            .says("Nothing could be drawn before it was there."),
        members
            .ifAny(
                "party",
                label(Party.class, Party::label, "first or third is expected"),
                exchange -> exchange.resource().party())
            .says("Whose server answers, by the site of the document."),
        members
            .ifAny("deliveryType", WORD, exchange -> exchange.resource().deliveryType())
            .says(
                "How it came where not over the network: cache, navigational-prefetch or"
                    + " service-worker."));
  }

  Resource of(Values<Exchange> values) throws Missing {
    return new Resource(
        values.get(type),
        values.get(priority),
        values.get(changes),
        values.get(renderBlocking),
        values.get(party),
        values.get(deliveryType));
  }
}
