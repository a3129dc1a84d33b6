package org.shaddock.guide;

// tag::handler[]
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.shaddock.api.Handler;
import org.shaddock.api.ServerType;
import org.shaddock.api.Session;

@ApplicationScoped
@ServerType("hall")
public class GreetHandler {

    @Handler
    public Greeting greet(Greet greet, Session session) {
        session.bind(greet.name());
        return new Greeting("Welcome, " + greet.name());
    }

    public record Greet(@NotBlank @Size(max = 40) String name) {}

    public record Greeting(String text) {}
}
// end::handler[]
