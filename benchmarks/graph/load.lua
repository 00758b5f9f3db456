-- Sends the same GraphQL request over and over: the body is the first argument of the script.
function init(arguments)
    wrk.method = "POST"
    wrk.body = arguments[1]
    wrk.headers["Content-Type"] = "application/json"
end
