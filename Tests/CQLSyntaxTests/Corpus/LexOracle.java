import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.BaseRecognizer;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.apache.cassandra.cql3.CqlLexer;
import org.apache.cassandra.cql3.CqlParser;
import org.apache.cassandra.cql3.ErrorListener;

/**
 * What Cassandra's own lexer says of the texts in a corpus file: its last column, escaped, one text a line. Prints one line
 * for each: `ok` or `error`, a tab, and the tokens as kind and range of UTF-8 offsets. See README.md.
 */
public class LexOracle {
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        System.setOut(System.err);
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            if (!line.isEmpty()) out.println(lex(unescaped(line.substring(line.lastIndexOf('\t') + 1))));
        }
        out.flush();
        System.exit(0);
    }

    private static String lex(String text) {
        boolean[] failed = {false};
        CqlLexer lexer = new CqlLexer(new ANTLRStringStream(text));
        lexer.addErrorListener(new ErrorListener() {
            public void syntaxError(BaseRecognizer recognizer, String[] names, RecognitionException error) { failed[0] = true; }
            public void syntaxError(BaseRecognizer recognizer, String message) { failed[0] = true; }
        });
        StringBuilder tokens = new StringBuilder();
        for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
            if (token.getChannel() != 0) continue;
            int start = ((CommonToken) token).getStartIndex(), end = ((CommonToken) token).getStopIndex() + 1;
            String name = CqlParser.tokenNames[token.getType()];
            if (name.equals("'expr('")) {
                // One token in the grammar, so that `expr` stays free as a name; a word and a bracket to us.
                append(tokens, "W", text, start, end - 1);
                start = end - 1;
            }
            append(tokens, kind(name), text, start, end);
        }
        return (failed[0] ? "error\t" : "ok\t") + (failed[0] ? "" : tokens.toString().trim());
    }

    private static void append(StringBuilder tokens, String kind, String text, int start, int end) {
        tokens.append(' ').append(kind).append(bytes(text, start)).append('-').append(bytes(text, end));
    }

    private static String kind(String name) {
        switch (name) {
            case "STRING_LITERAL": return "S";
            case "QUOTED_NAME": case "EMPTY_QUOTED_NAME": return "Q";
            case "INTEGER": return "I";
            case "FLOAT": return "F";
            case "HEXNUMBER": return "H";
            case "UUID": return "U";
            case "DURATION": return "D";
            case "IDENT": case "BOOLEAN": return "W";
            default: return name.startsWith("K_") || name.endsWith("_indexes'") ? "W" : "P";
        }
    }

    private static int bytes(String text, int end) {
        return text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
    }

    private static String unescaped(String text) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') { result.append(c); continue; }
            switch (c = text.charAt(++i)) {
                case 'n': result.append('\n'); break;
                case 'r': result.append('\r'); break;
                case 't': result.append('\t'); break;
                case 'u':
                    int close = text.indexOf('}', i);
                    result.appendCodePoint(Integer.parseInt(text.substring(i + 2, close), 16));
                    i = close;
                    break;
                default: result.append(c);
            }
        }
        return result.toString();
    }
}
