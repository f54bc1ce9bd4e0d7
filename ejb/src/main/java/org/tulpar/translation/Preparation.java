package org.tulpar.translation;

import java.util.List;
import org.tulpar.translation.Translator.Translated;
import org.tulpar.translation.fidelity.Term;

/** What a call of an engine needs, found out before it in one transaction. */
public record Preparation(
    Engine engine,
    EngineAccess access,
    CacheRows.Key key,
    List<Term> terms,
    Translated.Done known,
    boolean affordable) {}
