import CYAML

/// Reads YAML with libyaml's event parser: the one file that handles its pointers.
enum YAMLEventReader {
    /// All events of a text, in order.
    ///
    /// - Parameters:
    ///   - bytes: UTF-8 without a byte order mark.
    ///   - limit: how many events there may be.
    ///   - depthLimit: how deep they may be nested; libyaml needs time in the square of the depth.
    static func events(of bytes: [UInt8], limit: Int, depthLimit: Int) throws(YAMLError) -> [YAMLEvent] {
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        defer { unsafe parser.deallocate() }
        guard unsafe yaml_parser_initialize(parser) == 1 else {
            throw YAMLError(.yamlLimit, "there is not enough memory to read the file", at: .start)
        }
        defer { unsafe yaml_parser_delete(parser) }
        unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        // The parser keeps the pointer to the bytes: every step has to happen in here.
        let result: Result<[YAMLEvent], YAMLError> = unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
            return Result { () throws(YAMLError) in try unsafe events(from: parser, of: bytes, limit, depthLimit) }
        }
        return try result.get()
    }

    private static func events(
        from parser: UnsafeMutablePointer<yaml_parser_t>,
        of bytes: [UInt8],
        _ limit: Int,
        _ depthLimit: Int
    ) throws(YAMLError) -> [YAMLEvent] {
        var events: [YAMLEvent] = []
        var depth = 0
        while true {
            var event = unsafe yaml_event_t()
            guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw unsafe error(of: parser, bytes) }
            defer { unsafe yaml_event_delete(&event) }
            if unsafe event.type == YAML_STREAM_END_EVENT || event.type == YAML_NO_EVENT { return events }
            guard let next = unsafe translate(event) else { continue }
            guard events.count < limit else {
                throw YAMLError(.yamlLimit, "the file holds more than \(limit) values", at: next.mark)
            }
            switch next.kind {
            case .documentStart: depth = 0
            case .sequenceStart, .mappingStart: depth += 1
            case .end: depth -= 1
            case .alias, .scalar: break
            }
            guard depth <= depthLimit else { throw YAMLComposer.tooDeep(at: next.mark) }
            events.append(next)
        }
    }

    private static func translate(_ event: yaml_event_t) -> YAMLEvent? {
        let mark = unsafe place(event.start_mark)
        switch unsafe event.type {
        case YAML_DOCUMENT_START_EVENT:
            return YAMLEvent(kind: .documentStart, mark: mark)
        case YAML_DOCUMENT_END_EVENT, YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
            return YAMLEvent(kind: .end, mark: mark)
        case YAML_ALIAS_EVENT:
            return YAMLEvent(kind: .alias(name: unsafe string(event.data.alias.anchor) ?? ""), mark: mark)
        case YAML_SCALAR_EVENT:
            let scalar = unsafe event.data.scalar
            let text = unsafe String(
                decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            let tag = unsafe string(scalar.tag)
            let isPlain = unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE && tag == nil
            return YAMLEvent(
                kind: .scalar(YAMLScalar(text: text, isPlain: isPlain)),
                mark: mark,
                anchor: unsafe string(scalar.anchor),
                tag: tag
            )
        case YAML_SEQUENCE_START_EVENT:
            let start = unsafe event.data.sequence_start
            return YAMLEvent(
                kind: .sequenceStart, mark: mark, anchor: unsafe string(start.anchor), tag: unsafe string(start.tag)
            )
        case YAML_MAPPING_START_EVENT:
            let start = unsafe event.data.mapping_start
            return YAMLEvent(
                kind: .mappingStart, mark: mark, anchor: unsafe string(start.anchor), tag: unsafe string(start.tag)
            )
        default:
            return nil
        }
    }

    private static func error(of parser: UnsafeMutablePointer<yaml_parser_t>, _ bytes: [UInt8]) -> YAMLError {
        let problem = unsafe string(parser.pointee.problem) ?? "there is not enough memory to read the file"
        guard unsafe parser.pointee.error != YAML_READER_ERROR else {
            let mark = YAMLText.mark(ofByte: unsafe Int(clamping: parser.pointee.problem_offset), in: bytes)
            return YAMLError(.yamlEncoding, problem, at: mark, hint: "remove the character")
        }
        let mark = unsafe place(parser.pointee.problem_mark)
        let context = unsafe string(parser.pointee.context)
        let start = unsafe place(parser.pointee.context_mark)
        return YAMLSyntaxWording(problem: problem, mark: mark, context: context, start: start).error(in: bytes)
    }

    private static func place(_ mark: yaml_mark_t) -> YAMLMark {
        YAMLMark(line: Int(clamping: mark.line) &+ 1, column: Int(clamping: mark.column) &+ 1)
    }

    private static func string(_ characters: UnsafePointer<CChar>?) -> String? {
        unsafe characters.map { unsafe String(cString: $0) }
    }

    private static func string(_ bytes: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        unsafe bytes.map { unsafe String(cString: $0) }
    }
}
